IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
INSERT INTO dbo.Tenant (Name) VALUES (N'Purge Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0),
             (N'd', 'text', 1, 0),
             (N'e', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Purge Ltd'
ORDER BY v.CanonicalText;
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Purge Ltd');

IF NOT EXISTS (SELECT 1 FROM dbo.Setting WHERE Name = 'operationLog.days')
    INSERT INTO dbo.Setting (Name, Value) VALUES ('operationLog.days', N'90');

INSERT INTO provenance.SemanticPathCache (SourceAtomId, TargetAtomId, PathText, HopCount, Confidence, ExpiresAt)
SELECT a.AtomId, b.AtomId, 'path', 1, 0.5, IIF(b.CanonicalText = N'e', '2020-06-01', '2020-05-31')
FROM dbo.Atom AS a
    INNER JOIN dbo.Atom AS b ON b.TenantId = a.TenantId AND b.AtomId <> a.AtomId
WHERE a.TenantId = @TenantId
      AND a.CanonicalText = N'a';

INSERT INTO provenance.OperationLog (OperationName, TenantId, Severity, LoggedAt)
VALUES ('purge.old', @TenantId, 0, '2020-01-01'),
       ('purge.problem', @TenantId, 2, '2020-01-01'),
       ('purge.young', @TenantId, 0, '2020-05-20'),
       ('purge.oldproblem', @TenantId, 3, '2019-01-01');

INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Status, FinishedAt)
VALUES (@TenantId, N'old', 'done', '2020-01-01'),
       (@TenantId, N'failed', 'failed', '2020-01-01'),
       (@TenantId, N'young', 'done', '2020-05-20');

INSERT INTO dbo.IngestionJobItem (JobId, ItemNumber, ItemText)
SELECT JobId, 1, N'x'
FROM dbo.IngestionJob
WHERE TenantId = @TenantId;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Purge Ltd');

EXECUTE dbo.sp_PurgeOperationalData @AsOf = '2020-06-01', @BatchSize = 2;
EXECUTE dbo.sp_PurgeOperationalData @AsOf = '2020-06-01', @BatchSize = 2;

SELECT l.OperationName
FROM provenance.OperationLog AS l
WHERE l.TenantId = @TenantId
ORDER BY l.OperationName;

SELECT j.SourceUri, COUNT(n.ItemNumber) AS ItemCount
FROM dbo.IngestionJob AS j
    LEFT OUTER JOIN dbo.IngestionJobItem AS n ON n.JobId = j.JobId
WHERE j.TenantId = @TenantId
GROUP BY j.SourceUri
ORDER BY j.SourceUri;

BEGIN TRY
    EXECUTE dbo.sp_PurgeOperationalData @BatchSize = 0;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
