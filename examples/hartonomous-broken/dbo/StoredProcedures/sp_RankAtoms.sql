-- A tenant's most important atoms with their place in the whole and among their kind.
CREATE PROCEDURE [dbo].[sp_RankAtoms]
    @TenantId INT,
    @Top      INT = 10
AS
BEGIN
    SET NOCOUNT ON;

    WITH Importance
    AS (SELECT v.AtomId,
               v.CanonicalText,
               v.AtomTypeCode,
               v.Importance
        FROM dbo.vw_ActiveAtom AS v
        WHERE v.TenantId = @TenantId),
         Placed
    AS (SELECT i.AtomId,
               i.CanonicalText,
               i.AtomTypeCode,
               i.Importance,
               RANK() OVER (ORDER BY i.Importance DESC)                                AS Place,
               ROW_NUMBER() OVER (PARTITION BY i.AtomTypeCode
                                  ORDER BY i.Importance DESC, i.AtomId)                AS PlaceInType,
               NTILE(4) OVER (ORDER BY i.Importance DESC, i.AtomId)                    AS Quarter,
               SUM(i.Importance) OVER (ORDER BY i.Importance DESC, i.AtomId
                                       ROWS UNBOUNDED PRECEDING)                       AS RunningImportance,
               SUM(i.Importance) OVER ()                                               AS TotalImportance,
               FIRST_VALUE(i.CanonicalText) OVER (PARTITION BY i.AtomTypeCode
                                                  ORDER BY i.Importance DESC, i.AtomId) AS BestOfType
        FROM Importance AS i)
    SELECT TOP (@Top)
           p.Place,
           p.CanonicalText,
           p.AtomTypeCode,
           p.PlaceInType,
           p.Quarter,
           CONVERT (DECIMAL (9, 2), p.Importance)                                      AS Importance,
           CONVERT (DECIMAL (5, 1), 100 * p.RunningImportance / NULLIF(p.TotalImportance, 0)) AS CumulativePercent,
           p.BestOfType,
           u.RequestCount
    FROM Placed AS p
        OUTER APPLY (SELECT COUNT(DISTINCT x.InferenceId) AS RequestCount
                     FROM dbo.InferenceAtomUsage AS x
                     WHERE x.AtomId = p.AtomId) AS u
    ORDER BY p.Importance DESC, p.AtomId;
END;
