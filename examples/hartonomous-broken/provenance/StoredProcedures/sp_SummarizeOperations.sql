-- What happened in a period: by operation, with its share of all and the tenants that it concerned; then the newest problems.
CREATE PROCEDURE [provenance].[sp_SummarizeOperations]
    @FromDate DATE,
    @ToDate   DATE,
    @TenantId INT = NULL
AS
BEGIN
    SET NOCOUNT ON;

    IF @ToDate <= @FromDate
        THROW 50067, N'The period is empty.', 1;

    SELECT l.OperationId,
           l.OperationName,
           LEFT(l.OperationName, CHARINDEX('.', l.OperationName + '.') - 1)   AS Area,
           t.Name                                                             AS TenantName,
           l.Severity,
           CONVERT (DATE, l.LoggedAt)                                         AS LoggedOn,
           JSON_VALUE(l.Detail, '$.error')                                    AS ErrorText
    INTO #Operation
    FROM provenance.OperationLog AS l
        LEFT OUTER JOIN dbo.Tenant AS t ON t.TenantId = l.TenantId
    WHERE l.LoggedAt >= @FromDate
          AND l.LoggedAt < @ToDate
          AND (@TenantId IS NULL OR l.TenantId = @TenantId);

    SELECT o.Area,
           o.OperationName,
           COUNT(*)                                                                         AS OperationCount,
           CONVERT (DECIMAL (5, 1), 100.0 * COUNT(*) / SUM(COUNT(*)) OVER ())               AS Percentage,
           COUNT(DISTINCT o.LoggedOn)                                                       AS DayCount,
           MIN(o.LoggedOn)                                                                  AS FirstDay,
           SUM(IIF(o.Severity >= 2, 1, 0))                                                  AS ProblemCount
    FROM #Operation AS o
    GROUP BY o.Area, o.OperationName
    HAVING COUNT(*) > 0
    ORDER BY OperationCount DESC, o.OperationName;

    SELECT n.Area,
           STRING_AGG(n.TenantName, N'; ') WITHIN GROUP (ORDER BY n.TenantName) AS Tenants
    FROM (SELECT DISTINCT Area, TenantName
          FROM #Operation
          WHERE TenantName IS NOT NULL) AS n
    GROUP BY n.Area
    ORDER BY n.Area;

    SELECT TOP (5)
           o.OperationName,
           o.TenantName,
           DATENAME(WEEKDAY, o.LoggedOn)     AS LoggedOn,
           o.ErrorText
    FROM #Operation AS o
    WHERE o.Severity >= 2
    ORDER BY o.OperationId DESC;
END;
