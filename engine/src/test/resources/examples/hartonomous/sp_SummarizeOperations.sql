INSERT INTO dbo.Tenant (Name) VALUES (N'Summary One');
INSERT INTO dbo.Tenant (Name) VALUES (N'Summary Two');
DECLARE @One INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Summary One'),
        @Two INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Summary Two');

INSERT INTO dbo.OperationLog (OperationName, TenantId, Severity, Detail, LoggedAt)
VALUES ('atom.merge', @One, 0, N'{"merged":1}', '2021-03-01T08:00:00'),
       ('atom.merge', @Two, 0, NULL, '2021-03-02T08:00:00'),
       ('atom.hypothesize', @One, 1, NULL, '2021-03-01T23:59:59.999'),
       ('ingestion.process', @Two, 2, N'{"error":"boom"}', '2021-03-03T08:00:00'),
       ('startup', NULL, 0, NULL, '2021-04-01T00:00:00');

EXECUTE provenance.sp_SummarizeOperations @FromDate = '2021-03-01', @ToDate = '2021-04-01';
EXECUTE provenance.sp_SummarizeOperations '2021-03-02', '2021-04-02', @Two;
EXECUTE provenance.sp_SummarizeOperations '2021-04-01', '2021-04-02';

SELECT s.OperationName, s.OperationCount, s.ProblemCount
FROM provenance.vw_OperationSummary AS s
WHERE s.TenantId = @Two
ORDER BY s.OperationName;

BEGIN TRY
    EXECUTE provenance.sp_SummarizeOperations '2021-04-01', '2021-04-01';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
