IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
INSERT INTO dbo.Tenant (Name) VALUES (N'Cluster Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'cat', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Cluster Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'dog', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Cluster Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'car', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Cluster Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'truck', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Cluster Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'void', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Cluster Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomEmbedding (AtomId, ModelName, Embedding)
SELECT a.AtomId, N'hart-mini', CAST(v.Embedding AS VECTOR (8))
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS a ON a.TenantId = t.TenantId
    INNER JOIN (VALUES (N'cat', '[1,0,0,0,0,0,0,0]'),
                       (N'dog', '[0.8,0.6,0,0,0,0,0,0]'),
                       (N'car', '[0,0,1,0,0,0,0,0]'),
                       (N'truck', '[0,0,0.8,0.6,0,0,0,0]'),
                       (N'void', '[0,0,0,0,0,0,0,1]')) AS v (CanonicalText, Embedding) ON v.CanonicalText = a.CanonicalText
WHERE t.Name = N'Cluster Ltd';
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Cluster Ltd');

INSERT INTO dbo.Concept (TenantId, Name, Centroid)
VALUES (@TenantId, N'Animals', CAST('[1,0,0,0,0,0,0,0]' AS VECTOR (8)));
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Cluster Ltd');

EXECUTE dbo.sp_ClusterConcepts @TenantId = @TenantId;

SELECT a.CanonicalText, c.Name, x.Distance
FROM dbo.AtomConcept AS x
    INNER JOIN dbo.Atom AS a ON a.AtomId = x.AtomId
    INNER JOIN dbo.Concept AS c ON c.ConceptId = x.ConceptId
WHERE x.TenantId = @TenantId
ORDER BY a.AtomId;

UPDATE e
SET e.Embedding = CAST('[0,0,2,0,0,0,0,0]' AS VECTOR (8))
FROM dbo.AtomEmbedding AS e
    INNER JOIN dbo.Atom AS a ON a.AtomId = e.AtomId
WHERE a.TenantId = @TenantId
      AND a.CanonicalText = N'dog';

EXECUTE dbo.sp_ClusterConcepts @TenantId, N'hart-mini', 0.35;

SELECT l.Detail
FROM provenance.OperationLog AS l
WHERE l.TenantId = @TenantId
ORDER BY l.OperationId;

BEGIN TRY
    EXECUTE dbo.sp_ClusterConcepts @TenantId = @TenantId, @MaxDistance = 0;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
