IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'fact')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('fact', N'Fact', 2.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
INSERT INTO dbo.Tenant (Name) VALUES (N'Search Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'Blue sky', 'text', 4, 0),
             (N'blue whale', 'fact', 2, 0),
             (N'100% sure', 'text', 7, 0),
             (N'Red_fox', 'fact', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Search Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'Blue sky'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'blue whale'
WHERE t.Name = N'Search Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'Blue sky'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'Red_fox'
WHERE t.Name = N'Search Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'Red_fox'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'Blue sky'
WHERE t.Name = N'Search Ltd';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Search Ltd');
DECLARE @Total INT;

EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @Text = N'BLUE', @TotalCount = @Total OUTPUT;
EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @Text = N'%';
EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @Text = N'_';
EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @SortBy = 'count', @Descending = 1, @Page = 2, @PageSize = 3, @TotalCount = @Total OUTPUT;
SELECT @Total AS TotalCount;
EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @AtomTypeCode = 'fact', @MinRelations = 1;
EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @SortBy = 'Relations', @Descending = 1, @PageSize = 2;
BEGIN TRY
    EXECUTE dbo.sp_SearchAtoms @TenantId, @SortBy = 'size; DROP TABLE dbo.Atom';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_SearchAtoms @TenantId, @PageSize = 0;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
