-- Puts a source with its items into the ingestion queue. @Items is a JSON array: [{"text": "...", "type": "fact", "x": 3, "y": 4}, ...].
-- A source that waits already gets the new items behind its own ones.
CREATE PROCEDURE [dbo].[sp_EnqueueIngestion]
    @TenantId  INT,
    @SourceUri NVARCHAR (400),
    @Items     NVARCHAR (MAX),
    @Priority  TINYINT = 5,
    @JobId     BIGINT  OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @QueuedJobs    INT,
            @MaxQueuedJobs INT,
            @LastItem      INT,
            @Message       NVARCHAR (400);

    SET @JobId = NULL;

    IF ISNULL(ISJSON(@Items), 0) = 0 OR LEFT(LTRIM(@Items), 1) <> N'['
        THROW 50010, N'The items are not a JSON array.', 1;

    SELECT @MaxQueuedJobs = p.MaxQueuedJobs
    FROM dbo.Tenant AS t
        INNER JOIN dbo.TenantSubscription AS s ON s.TenantId = t.TenantId AND s.ValidTo IS NULL
        INNER JOIN dbo.SubscriptionPlan AS p ON p.PlanCode = s.PlanCode
    WHERE t.TenantId = @TenantId
          AND t.IsActive = 1;

    IF @MaxQueuedJobs IS NULL
    BEGIN
        SET @Message = CONCAT(N'The tenant ', @TenantId, N' is not active or has no subscription.');
        THROW 50011, @Message, 1;
    END;

    SELECT @JobId = j.JobId
    FROM dbo.IngestionJob AS j
    WHERE j.TenantId = @TenantId
          AND j.SourceUri = @SourceUri
          AND j.Status = 'queued';

    IF @JobId IS NULL
    BEGIN
        SELECT @QueuedJobs = COUNT(*)
        FROM dbo.IngestionJob
        WHERE TenantId = @TenantId
              AND Status = 'queued';

        IF @QueuedJobs >= @MaxQueuedJobs
        BEGIN
            SET @Message = CONCAT(N'The tenant ', @TenantId, N' has ', @QueuedJobs, N' jobs in the queue; its plan allows ', @MaxQueuedJobs, N'.');
            THROW 50012, @Message, 1;
        END;
    END;

    BEGIN TRY
        BEGIN TRANSACTION;

        IF @JobId IS NULL
        BEGIN
            INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority)
            VALUES (@TenantId, @SourceUri, @Priority);

            SET @JobId = SCOPE_IDENTITY();
        END
        ELSE
            -- What is asked for twice is more urgent.
            UPDATE dbo.IngestionJob
            SET Priority = CASE WHEN @Priority < Priority THEN @Priority ELSE Priority END
            WHERE JobId = @JobId;

        SELECT @LastItem = ISNULL(MAX(ItemNumber), 0)
        FROM dbo.IngestionJobItem
        WHERE JobId = @JobId;

        INSERT INTO dbo.IngestionJobItem (JobId, ItemNumber, ItemText, AtomTypeCode, SpatialKey, Status)
        SELECT @JobId,
               @LastItem + CONVERT (INT, i.[key]) + 1,
               NULLIF(TRIM(d.ItemText), N''),
               ISNULL(y.AtomTypeCode, 'text'),
               ISNULL(d.X, 0) * CONVERT (BIGINT, 65536) + ISNULL(d.Y, 0),
               CASE WHEN NULLIF(TRIM(d.ItemText), N'') IS NULL THEN 'rejected' ELSE 'pending' END
        FROM OPENJSON(@Items) AS i
            CROSS APPLY OPENJSON(i.[value])
                        WITH (ItemText     NVARCHAR (1000) '$.text',
                              AtomTypeCode VARCHAR (20)    '$.type',
                              X            INT             '$.x',
                              Y            INT             '$.y') AS d
            LEFT OUTER JOIN dbo.AtomType AS y ON y.AtomTypeCode = d.AtomTypeCode;

        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Detail)
        VALUES ('ingestion.enqueue', @TenantId, @JobId, (SELECT @SourceUri AS source, @Priority AS priority FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT j.SourceUri,
           j.Priority,
           j.Status,
           COUNT(n.ItemNumber)                                         AS ItemCount,
           SUM(CASE WHEN n.Status = 'rejected' THEN 1 ELSE 0 END)      AS RejectedCount
    FROM dbo.IngestionJob AS j
        LEFT OUTER JOIN dbo.IngestionJobItem AS n ON n.JobId = j.JobId
    WHERE j.JobId = @JobId
    GROUP BY j.SourceUri, j.Priority, j.Status;
END;
