CREATE VIEW [dbo].[vw_InferenceQuality]
AS
SELECT i.InferenceId,
       i.TenantId,
       i.TaskType,
       i.TotalTokens,
       f.RatingCount,
       f.AverageRating,
       u.AtomCount,
       RANK() OVER (PARTITION BY i.TenantId ORDER BY f.AverageRating DESC)          AS QualityRank,
       SUM(i.TotalTokens) OVER (PARTITION BY i.TenantId
                                ORDER BY i.InferenceId
                                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)   AS RunningTokens
FROM dbo.InferenceRequests AS i
    CROSS APPLY (SELECT COUNT(*)                                AS RatingCount,
                        AVG(CONVERT (DECIMAL (5, 2), b.Rating)) AS AverageRating
                 FROM dbo.InferenceFeedback AS b
                 WHERE b.InferenceId = i.InferenceId) AS f
    OUTER APPLY (SELECT COUNT(*) AS AtomCount
                 FROM dbo.InferenceAtomUsage AS a
                 WHERE a.InferenceId = i.InferenceId) AS u
WHERE i.Status = 'completed';
