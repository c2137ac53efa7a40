CREATE VIEW [provenance].[vw_OperationSummary]
AS
SELECT l.OperationName,
       l.TenantId,
       COUNT(*)                                             AS OperationCount,
       SUM(CASE WHEN l.Severity >= 2 THEN 1 ELSE 0 END)     AS ProblemCount,
       MIN(l.OperationId)                                   AS FirstOperationId,
       MAX(l.OperationId)                                   AS LastOperationId
FROM provenance.OperationLog AS l
GROUP BY l.OperationName, l.TenantId;
