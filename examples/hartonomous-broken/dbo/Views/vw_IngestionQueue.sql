CREATE VIEW [dbo].[vw_IngestionQueue]
AS
SELECT j.JobId,
       j.TenantId,
       j.SourceUri,
       j.Priority,
       j.Attempts,
       (SELECT COUNT(*)
        FROM dbo.IngestionJobItem AS n
        WHERE n.JobId = j.JobId
              AND n.Status = 'pending')                          AS PendingItems,
       ROW_NUMBER() OVER (ORDER BY j.Priority, j.JobId)          AS QueuePosition
FROM dbo.IngestionJob AS j
WHERE j.Status = 'queued';
