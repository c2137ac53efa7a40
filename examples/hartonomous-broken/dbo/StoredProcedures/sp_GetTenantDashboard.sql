-- One JSON document with what a tenant's start page shows.
CREATE PROCEDURE [dbo].[sp_GetTenantDashboard]
    @TenantId  INT,
    @FromDate  DATE,
    @ToDate    DATE,
    @Dashboard NVARCHAR (MAX) = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @AtomCount     INT,
            @RelationCount INT,
            @QueueLength   INT,
            @Concepts      NVARCHAR (MAX);

    IF NOT EXISTS (SELECT 1 FROM dbo.Tenant WHERE TenantId = @TenantId)
        THROW 50057, N'There is no such tenant.', 1;

    IF @ToDate <= @FromDate
        THROW 50058, N'The period is empty.', 1;

    SELECT @AtomCount = COUNT(*)
    FROM dbo.Atom
    WHERE TenantId = @TenantId;

    SELECT @RelationCount = COUNT(*)
    FROM dbo.AtomRelation AS r
        INNER JOIN dbo.Atom AS a ON a.AtomId = r.SourceAtomId
    WHERE a.TenantId = @TenantId;

    SELECT @QueueLength = COUNT(*)
    FROM dbo.IngestionJob
    WHERE TenantId = @TenantId
          AND Status IN ('queued', 'running');

    SELECT @Concepts = STRING_AGG(c.Name, N', ') WITHIN GROUP (ORDER BY c.AtomCount DESC, c.Name)
    FROM (SELECT TOP (3) Name, AtomCount
          FROM dbo.Concept
          WHERE TenantId = @TenantId
                AND IsActive = 1
          ORDER BY AtomCount DESC, Name) AS c;

    SET @Dashboard = (SELECT t.Name                 AS [tenant.name],
                             t.Region               AS [tenant.region],
                             b.PlanCode             AS [tenant.plan],
                             @AtomCount             AS [knowledge.atoms],
                             @RelationCount         AS [knowledge.relations],
                             @Concepts              AS [knowledge.concepts],
                             @QueueLength           AS queue,
                             b.OpenAmount           AS [billing.open],
                             b.CreditRemaining      AS [billing.credit],
                             (SELECT u.TaskType      AS task,
                                     u.RequestCount  AS requests,
                                     u.TotalTokens   AS tokens
                              FROM dbo.fn_GetTenantUsage(@TenantId, @FromDate, @ToDate) AS u
                              ORDER BY u.TaskType
                              FOR JSON PATH)        AS usage
                      FROM dbo.Tenant AS t
                          INNER JOIN dbo.vw_TenantBilling AS b ON b.TenantId = t.TenantId
                      WHERE t.TenantId = @TenantId
                      FOR JSON PATH, WITHOUT_ARRAY_WRAPPER);

    SELECT @Dashboard AS Dashboard;
END;
