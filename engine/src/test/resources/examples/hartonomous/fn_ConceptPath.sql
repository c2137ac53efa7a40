INSERT INTO dbo.Tenant (Name) VALUES (N'Path Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Path Ltd');
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, NULL, N'Science', 0, 1);
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, (SELECT ConceptId FROM dbo.Concept WHERE TenantId = @TenantId AND Name = N'Science'), N'Physics', 0, 1);
INSERT INTO dbo.Concept (TenantId, ParentConceptId, Name, AtomCount, IsActive)
VALUES (@TenantId, (SELECT ConceptId FROM dbo.Concept WHERE TenantId = @TenantId AND Name = N'Physics'), N'Optics', 0, 1);

SELECT c.Name,
       dbo.fn_ConceptPath(c.ConceptId) AS Path
FROM dbo.Concept AS c
WHERE c.TenantId = @TenantId
ORDER BY c.Name;

SELECT dbo.fn_ConceptPath(-1)   AS Unknown,
       dbo.fn_ConceptPath(NULL) AS Missing;
