IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
INSERT INTO dbo.Tenant (Name) VALUES (N'Merge Ltd');
INSERT INTO dbo.Tenant (Name) VALUES (N'Merge Other Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'd1', 'text', 2, 500),
             (N'd2', 'text', 3, 300),
             (N's', 'text', 1, 0),
             (N'x', 'text', 1, 0),
             (N'y', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Merge Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N's', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Merge Other Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.4
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'd1'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'x'
WHERE t.Name = N'Merge Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.6
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N's'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'x'
WHERE t.Name = N'Merge Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.7
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'x'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd2'
WHERE t.Name = N'Merge Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.9
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'd1'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd2'
WHERE t.Name = N'Merge Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'y'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd1'
WHERE t.Name = N'Merge Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.8
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'y'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd2'
WHERE t.Name = N'Merge Ltd';
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Merge Ltd');

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Status)
VALUES (@TenantId, 'chat', N'p', 10, 'completed');

INSERT INTO dbo.InferenceAtomUsage (InferenceId, AtomId, Contribution, UsageRank)
SELECT SCOPE_IDENTITY(), a.AtomId, v.Contribution, v.UsageRank
FROM dbo.Atom AS a
    INNER JOIN (VALUES (N's', 0.2, 3), (N'd1', 0.5, 1), (N'x', 0.3, 2)) AS v (CanonicalText, Contribution, UsageRank) ON v.CanonicalText = a.CanonicalText
WHERE a.TenantId = @TenantId;

INSERT INTO provenance.SemanticPathCache (SourceAtomId, TargetAtomId, PathText, HopCount, Confidence, ExpiresAt)
SELECT y.AtomId, x.AtomId, CONCAT(y.AtomId, '/', d.AtomId, '/', x.AtomId), 2, 0.2, '2099-01-01'
FROM dbo.Atom AS y
    INNER JOIN dbo.Atom AS d ON d.TenantId = y.TenantId AND d.CanonicalText = N'd1'
    INNER JOIN dbo.Atom AS x ON x.TenantId = y.TenantId AND x.CanonicalText = N'x'
WHERE y.TenantId = @TenantId
      AND y.CanonicalText = N'y';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Merge Ltd');
DECLARE @Survivor BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N's');
DECLARE @Duplicates dbo.AtomIdList;

BEGIN TRY
    EXECUTE dbo.sp_MergeAtoms @TenantId, @Survivor, @Duplicates;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

INSERT INTO @Duplicates (AtomId)
SELECT AtomId
FROM dbo.Atom
WHERE TenantId = @TenantId
      AND CanonicalText IN (N'd1', N'd2');

EXECUTE dbo.sp_MergeAtoms @TenantId = @TenantId, @SurvivorAtomId = @Survivor, @Duplicates = @Duplicates, @Reason = N'the same thing';

SELECT s.CanonicalText AS SourceText, g.CanonicalText AS TargetText, r.Weight
FROM dbo.AtomRelation AS r
    INNER JOIN dbo.Atom AS s ON s.AtomId = r.SourceAtomId
    INNER JOIN dbo.Atom AS g ON g.AtomId = r.TargetAtomId
WHERE s.TenantId = @TenantId
ORDER BY s.CanonicalText, g.CanonicalText;

SELECT a.CanonicalText, u.Contribution, u.UsageRank
FROM dbo.InferenceAtomUsage AS u
    INNER JOIN dbo.Atom AS a ON a.AtomId = u.AtomId
WHERE a.TenantId = @TenantId
ORDER BY u.UsageRank;

SELECT a.CanonicalText, a.SpatialKey, a.ReferenceCount, a.Metadata
FROM dbo.Atom AS a
WHERE a.TenantId = @TenantId
ORDER BY a.CanonicalText;

SELECT l.MergedText, l.Reason, (SELECT COUNT(*) FROM dbo.AtomHistory AS h WHERE h.AtomId = l.MergedAtomId) AS HistoryRows
FROM provenance.AtomLineage AS l
WHERE l.SurvivorAtomId = @Survivor
ORDER BY l.MergedText;

SELECT COUNT(*) AS PathCount
FROM provenance.SemanticPathCache AS p
    INNER JOIN dbo.Atom AS a ON a.AtomId = p.SourceAtomId
WHERE a.TenantId = @TenantId;

SELECT Detail
FROM provenance.OperationLog
WHERE TenantId = @TenantId
      AND OperationName = 'atom.merge';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Merge Ltd');
DECLARE @Survivor BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N's');
DECLARE @Duplicates dbo.AtomIdList;

INSERT INTO @Duplicates (AtomId) VALUES (@Survivor);

BEGIN TRY
    EXECUTE dbo.sp_MergeAtoms @TenantId, @Survivor, @Duplicates;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

DELETE FROM @Duplicates;

INSERT INTO @Duplicates (AtomId)
SELECT a.AtomId
FROM dbo.Atom AS a
    INNER JOIN dbo.Tenant AS t ON t.TenantId = a.TenantId
WHERE t.Name = N'Merge Other Ltd';

BEGIN TRY
    EXECUTE dbo.sp_MergeAtoms @TenantId, @Survivor, @Duplicates;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
