INSERT INTO dbo.Tenant (Name) VALUES (N'Related Ltd');
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0),
             (N'd', 'text', 1, 0),
             (N'e', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Related Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.8
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'b'
WHERE t.Name = N'Related Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Related Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'b'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd'
WHERE t.Name = N'Related Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.9
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'c'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'd'
WHERE t.Name = N'Related Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'd'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'e'
WHERE t.Name = N'Related Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 1
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'e'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'a'
WHERE t.Name = N'Related Ltd';
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Related Ltd');
DECLARE @A BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'a');

SELECT x.CanonicalText, f.Hops, f.Weight
FROM dbo.fn_FindRelatedAtoms(@A, 3, 0.1) AS f
    INNER JOIN dbo.Atom AS x ON x.AtomId = f.AtomId
ORDER BY f.Hops, x.CanonicalText;

SELECT x.CanonicalText, f.Hops, f.Weight
FROM dbo.fn_FindRelatedAtoms(@A, 5, 0.42) AS f
    INNER JOIN dbo.Atom AS x ON x.AtomId = f.AtomId
ORDER BY f.Hops, x.CanonicalText;

SELECT COUNT(*) AS AtomCount, MAX(f.Hops) AS MaxHops
FROM dbo.fn_FindRelatedAtoms(@A, 20, 0) AS f;

SELECT x.CanonicalText, f.RelatedCount
FROM dbo.Atom AS x
    CROSS APPLY (SELECT COUNT(*) AS RelatedCount FROM dbo.fn_FindRelatedAtoms(x.AtomId, 1, 0)) AS f
WHERE x.TenantId = @TenantId
ORDER BY x.CanonicalText;
