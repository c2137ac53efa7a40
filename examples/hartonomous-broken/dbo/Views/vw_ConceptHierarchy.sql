CREATE VIEW [dbo].[vw_ConceptHierarchy]
AS
WITH Tree
AS (SELECT c.ConceptId,
           c.TenantId,
           c.ParentConceptId,
           c.Name,
           c.AtomCount,
           0                                     AS Depth,
           c.ConceptId                           AS RootConceptId,
           CONVERT (NVARCHAR (2000), c.Name)     AS FullName
    FROM dbo.Concept AS c
    WHERE c.ParentConceptId IS NULL
          AND c.IsActive = 1
    UNION ALL
    SELECT child.ConceptId,
           child.TenantId,
           child.ParentConceptId,
           child.Name,
           child.AtomCount,
           parent.Depth + 1,
           parent.RootConceptId,
           CONVERT (NVARCHAR (2000), parent.FullName + N' / ' + child.Name)
    FROM Tree AS parent
        INNER JOIN dbo.Concept AS child ON child.ParentConceptId = parent.ConceptId
    WHERE child.IsActive = 1)
SELECT ConceptId,
       TenantId,
       ParentConceptId,
       Name,
       AtomCount,
       Depth,
       RootConceptId,
       FullName
FROM Tree;
