-- The hierarchy below a concept, in reading order: indented names, the concepts right below and the atoms in the whole branch.
CREATE PROCEDURE [dbo].[sp_ExportConceptTree]
    @TenantId      INT,
    @RootConceptId INT = NULL,
    @MaxDepth      INT = 10
AS
BEGIN
    SET NOCOUNT ON;

    IF @RootConceptId IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM dbo.Concept WHERE ConceptId = @RootConceptId AND TenantId = @TenantId)
        THROW 50065, N'The tenant has no such concept.', 1;

    WITH Branch
    AS (SELECT c.ConceptId,
               c.Name,
               c.AtomCount,
               0                                                               AS Depth,
               CONVERT (VARCHAR (400), RIGHT(CONCAT('00000', c.ConceptId), 6) + '/') AS SortPath
        FROM dbo.Concept AS c
        WHERE c.TenantId = @TenantId
              AND c.IsActive = 1
              AND ((@RootConceptId IS NULL AND c.ParentConceptId IS NULL)
                   OR c.ConceptId = @RootConceptId)
        UNION ALL
        SELECT c.ConceptId,
               c.Name,
               c.AtomCount,
               b.Depth + 1,
               CONVERT (VARCHAR (400), b.SortPath + RIGHT(CONCAT('00000', c.ConceptId), 6) + '/')
        FROM Branch AS b
            INNER JOIN dbo.Concept AS c ON c.ParentConceptId = b.ConceptId
        WHERE c.IsActive = 1
              AND b.Depth < @MaxDepth)
    SELECT ConceptId,
           Name,
           AtomCount,
           Depth,
           SortPath
    INTO #Branch
    FROM Branch;

    SELECT REPLICATE(N'  ', b.Depth) + b.Name    AS IndentedName,
           b.Depth,
           k.Children,
           t.BranchAtomCount,
           dbo.fn_ConceptPath(b.ConceptId)       AS FullName
    FROM #Branch AS b
        OUTER APPLY (SELECT STRING_AGG(c.Name, N', ') WITHIN GROUP (ORDER BY c.Name) AS Children
                     FROM dbo.Concept AS c
                     WHERE c.ParentConceptId = b.ConceptId
                           AND c.IsActive = 1) AS k
        CROSS APPLY (SELECT SUM(d.AtomCount) AS BranchAtomCount
                     FROM #Branch AS d
                     WHERE d.SortPath LIKE b.SortPath + '%') AS t
    ORDER BY b.SortPath;

    DROP TABLE #Branch;
END;
