INSERT INTO dbo.Tenant (Name) VALUES (N'Tree Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Tree Ltd');
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, NULL, N'Root', 1, 1);
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, (SELECT ConceptId FROM dbo.Concept WHERE TenantId = @TenantId AND Name = N'Root'), N'A', 2, 1);
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, (SELECT ConceptId FROM dbo.Concept WHERE TenantId = @TenantId AND Name = N'Root'), N'B', 3, 1);
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, (SELECT ConceptId FROM dbo.Concept WHERE TenantId = @TenantId AND Name = N'A'), N'A1', 4, 1);
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, (SELECT ConceptId FROM dbo.Concept WHERE TenantId = @TenantId AND Name = N'Root'), N'C', 100, 0);
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Tree Ltd');
DECLARE @A INT = (SELECT ConceptId FROM dbo.Concept WHERE TenantId = @TenantId AND Name = N'A');

EXECUTE dbo.sp_ExportConceptTree @TenantId = @TenantId;
EXECUTE dbo.sp_ExportConceptTree @TenantId, @A;
EXECUTE dbo.sp_ExportConceptTree @TenantId = @TenantId, @MaxDepth = 0;

BEGIN TRY
    EXECUTE dbo.sp_ExportConceptTree @TenantId, -1;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

SELECT h.FullName, h.Depth, h.AtomCount
FROM dbo.vw_ConceptHierarchy AS h
WHERE h.TenantId = @TenantId
ORDER BY h.FullName;
