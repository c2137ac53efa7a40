-- What a tenant used in a period, by kind of task. The end of the period is not part of it.
CREATE FUNCTION [dbo].[fn_GetTenantUsage]
(
    @TenantId INT,
    @FromDate DATE,
    @ToDate   DATE
)
RETURNS TABLE
AS
RETURN
(
    SELECT i.TaskType,
           COUNT(*)                                                AS RequestCount,
           SUM(i.TotalTokens)                                      AS TotalTokens,
           SUM(CASE WHEN i.Status = 'failed' THEN 1 ELSE 0 END)    AS FailedCount,
           MAX(i.Complexity)                                       AS MaxComplexity
    FROM dbo.InferenceRequests AS i
    WHERE i.TenantId = @TenantId
          AND i.RequestedAt >= @FromDate
          AND i.RequestedAt < @ToDate
    GROUP BY i.TaskType
);
