IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'fact')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('fact', N'Fact', 2.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'mentions')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('mentions', N'Mentions', 0.6);
INSERT INTO dbo.Tenant (Name) VALUES (N'Trace Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0),
             (N'd', 'fact', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Trace Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.8
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'b'
WHERE t.Name = N'Trace Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'mentions', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'b'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Trace Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd'
WHERE t.Name = N'Trace Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.9
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'd'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Trace Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'mentions', 0.2
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd'
WHERE t.Name = N'Trace Ltd';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Trace Ltd');
DECLARE @A BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'a');
DECLARE @B BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'b');
DECLARE @C BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'c');
DECLARE @D BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'd');

EXECUTE provenance.sp_TracePath @TenantId = @TenantId, @SourceAtomId = @A, @TargetAtomId = @C;

INSERT INTO provenance.SemanticPathCache (SourceAtomId, TargetAtomId, PathText, HopCount, Confidence, ExpiresAt)
VALUES (@A, @C, CONCAT(@A, '/', @B, '/', @C), 2, 0.4, '2099-01-01'),
       (@A, @B, CONCAT(@A, '/', @B), 1, 0.1, '2024-01-01');

EXECUTE provenance.sp_TracePath @TenantId, @A, @C;
EXECUTE provenance.sp_TracePath @TenantId, @A, @B;
EXECUTE provenance.sp_TracePath @TenantId, @C, @A;

SELECT p.HopCount, p.HitCount
FROM provenance.SemanticPathCache AS p
WHERE p.SourceAtomId = @A
ORDER BY p.HopCount;

BEGIN TRY
    EXECUTE provenance.sp_TracePath @TenantId, @A, @A;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
