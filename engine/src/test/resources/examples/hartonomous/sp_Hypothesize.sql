IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
INSERT INTO dbo.Tenant (Name) VALUES (N'Hypothesis Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0),
             (N'd', 'text', 1, 0),
             (N'e', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Hypothesis Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.8
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'b'
WHERE t.Name = N'Hypothesis Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'b'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Hypothesis Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.3
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Hypothesis Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.9
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'c'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd'
WHERE t.Name = N'Hypothesis Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.4
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'b'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd'
WHERE t.Name = N'Hypothesis Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'd'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'e'
WHERE t.Name = N'Hypothesis Ltd';
INSERT INTO dbo.AtomEmbedding (AtomId, ModelName, Embedding)
SELECT a.AtomId, N'hart-mini', CAST(v.Embedding AS VECTOR (8))
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS a ON a.TenantId = t.TenantId
    INNER JOIN (VALUES (N'a', '[1,0,0,0,0,0,0,0]'),
                       (N'd', '[0.6,0.8,0,0,0,0,0,0]')) AS v (CanonicalText, Embedding) ON v.CanonicalText = a.CanonicalText
WHERE t.Name = N'Hypothesis Ltd';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Hypothesis Ltd');
DECLARE @A BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'a');
DECLARE @B BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'b');
DECLARE @C BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'c');
DECLARE @D BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'd');
DECLARE @E BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'e');

EXECUTE dbo.sp_Hypothesize @TenantId = @TenantId, @AtomId = @A;

SELECT c.HopCount, c.Confidence, c.HitCount,
       CASE c.PathText
           WHEN CONCAT(@A, '/', @B, '/', @C, '/', @D) THEN 'a/b/c/d'
           WHEN CONCAT(@A, '/', @B, '/', @D, '/', @E) THEN 'a/b/d/e'
           ELSE c.PathText
       END AS Path
FROM provenance.SemanticPathCache AS c
WHERE c.SourceAtomId = @A
ORDER BY c.Confidence DESC;

EXECUTE dbo.sp_Hypothesize @TenantId = @TenantId, @AtomId = @A, @MaxHops = 2, @MaxResults = 1;

SELECT c.HopCount, c.Confidence, c.HitCount
FROM provenance.SemanticPathCache AS c
WHERE c.SourceAtomId = @A;

EXECUTE dbo.sp_Hypothesize @TenantId, @A, 6, 0.34;

EXECUTE dbo.sp_Hypothesize @TenantId, @E;

SELECT l.Detail
FROM provenance.OperationLog AS l
WHERE l.TenantId = @TenantId
ORDER BY l.OperationId;

BEGIN TRY
    EXECUTE dbo.sp_Hypothesize @TenantId, @A, 7;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_Hypothesize -1, @A;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
