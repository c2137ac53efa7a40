IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'D-PLAN')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('D-PLAN', N'Dash', 10, 50, 0.3, 5);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
INSERT INTO dbo.Tenant (Name) VALUES (N'Dash Ltd');
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
SELECT TenantId, 'D-PLAN', '2025-01-01' FROM dbo.Tenant WHERE Name = N'Dash Ltd';
INSERT INTO dbo.Tenant (Name) VALUES (N'Dash "Empty" Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Dash Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'b'
WHERE t.Name = N'Dash Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'b'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Dash Ltd';
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Dash Ltd');

INSERT INTO dbo.Concept (TenantId, Name, AtomCount, IsActive)
VALUES (@TenantId, N'Alpha', 2, 1), (@TenantId, N'Beta', 5, 1), (@TenantId, N'Gamma', 2, 1), (@TenantId, N'Delta', 1, 1), (@TenantId, N'Old', 9, 0);

INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Status)
VALUES (@TenantId, N'one', 'queued'), (@TenantId, N'two', 'done');

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, OutputTokens, RequestedAt)
VALUES (@TenantId, 'embed', N'p1', 50, NULL, '2025-03-05T00:00:00'),
       (@TenantId, 'chat', N'p2', 100, 50, '2025-03-06T00:00:00'),
       (@TenantId, 'chat', N'p3', 150, 0, '2025-03-07T00:00:00');

INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd, Amount, CreditApplied, Status)
VALUES (@TenantId, '2025-01-01', '2025-01-31', 40, 7.5, 'issued'),
       (@TenantId, '2025-02-01', '2025-02-28', 10, 0, 'paid');

INSERT INTO dbo.BillingCredit (TenantId, Amount, Remaining, ExpiresOn)
VALUES (@TenantId, 9, 5, '2025-12-31');
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Dash Ltd');
DECLARE @Json NVARCHAR (MAX),
        @Empty INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Dash "Empty" Ltd');

EXECUTE dbo.sp_GetTenantDashboard @TenantId = @TenantId, @FromDate = '2025-03-01', @ToDate = '2025-04-01', @Dashboard = @Json OUTPUT;

SELECT JSON_VALUE(@Json, '$.knowledge.atoms') AS Atoms,
       JSON_VALUE(@Json, '$.usage[1].task')   AS SecondTask,
       JSON_VALUE(@Json, '$.nothing')         AS Nothing,
       ISJSON(@Json)                          AS IsJson;

EXECUTE dbo.sp_GetTenantDashboard @Empty, '2025-03-01', '2025-04-01';

BEGIN TRY
    EXECUTE dbo.sp_GetTenantDashboard @TenantId, '2025-04-01', '2025-04-01';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_GetTenantDashboard -1, '2025-03-01', '2025-04-01';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
