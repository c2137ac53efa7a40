IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'fact')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('fact', N'Fact', 2.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'follows')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('follows', N'Follows in its source', 0.5);
INSERT INTO dbo.Tenant (Name) VALUES (N'Process Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'beta', 'text', 4, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Process Ltd'
ORDER BY v.CanonicalText;
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Process Ltd');
DECLARE @JobId BIGINT;

INSERT INTO dbo.IngestionJob (TenantId, SourceUri)
VALUES (@TenantId, N'file:///one');

SET @JobId = SCOPE_IDENTITY();

INSERT INTO dbo.IngestionJobItem (JobId, ItemNumber, ItemText, AtomTypeCode, SpatialKey, Status)
VALUES (@JobId, 1, N'alpha', 'text', 0, 'pending'),
       (@JobId, 2, N'beta', 'fact', 7, 'pending'),
       (@JobId, 3, N'alpha', 'text', 0, 'pending'),
       (@JobId, 4, N'gamma', 'fact', 0, 'pending'),
       (@JobId, 5, N'gamma', 'fact', 0, 'pending'),
       (@JobId, 6, NULL, 'text', 0, 'rejected');

EXECUTE dbo.sp_ProcessIngestionJob @JobId;

SELECT s.CanonicalText AS SourceText, g.CanonicalText AS TargetText, r.RelationTypeCode, r.Weight
FROM dbo.AtomRelation AS r
    INNER JOIN dbo.Atom AS s ON s.AtomId = r.SourceAtomId
    INNER JOIN dbo.Atom AS g ON g.AtomId = r.TargetAtomId
WHERE s.TenantId = @TenantId
ORDER BY s.CanonicalText, g.CanonicalText;

SELECT j.Status, j.Attempts, l.Detail, l.Severity
FROM dbo.IngestionJob AS j
    INNER JOIN provenance.OperationLog AS l ON l.EntityId = j.JobId AND l.TenantId = j.TenantId
WHERE j.JobId = @JobId;

SELECT n.Status, COUNT(*) AS ItemCount, COUNT(DISTINCT n.AtomId) AS AtomCount
FROM dbo.IngestionJobItem AS n
WHERE n.JobId = @JobId
GROUP BY n.Status
ORDER BY n.Status;

SELECT a.SpatialKey, CONVERT (VARCHAR (64), a.ContentHash, 2) AS ContentHash
FROM dbo.Atom AS a
WHERE a.TenantId = @TenantId
      AND a.CanonicalText = N'beta';

BEGIN TRY
    EXECUTE dbo.sp_ProcessIngestionJob @JobId;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
