-- Removes what has had its time, in small batches so that nobody waits long for a lock.
CREATE PROCEDURE [dbo].[sp_PurgeOperationalData]
    @AsOf      DATETIME2 (3) = NULL,
    @BatchSize INT           = 1000
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @LogDays INT,
            @Rows    INT = 1,
            @Batches INT = 0;

    DECLARE @Result TABLE
    (
        [TableName]   SYSNAME NOT NULL PRIMARY KEY,
        [DeletedRows] INT     NOT NULL
    );

    IF @BatchSize IS NULL OR @BatchSize < 1
        THROW 50095, N'A batch has at least one row.', 1;

    SET @AsOf = ISNULL(@AsOf, SYSUTCDATETIME());

    SELECT @LogDays = TRY_CONVERT (INT, Value)
    FROM dbo.Setting
    WHERE Name = 'operationLog.days';

    SET @LogDays = COALESCE(@LogDays, 90);

    INSERT INTO @Result (TableName, DeletedRows)
    VALUES (N'SemanticPathCache', 0),
           (N'OperationLog', 0),
           (N'IngestionJob', 0);

    WHILE @Rows > 0
    BEGIN
        DELETE TOP (@BatchSize)
        FROM provenance.SemanticPathCache
        WHERE ExpiresAt < @AsOf;

        SET @Rows = @@ROWCOUNT;
        SET @Batches += CASE WHEN @Rows > 0 THEN 1 ELSE 0 END;

        UPDATE @Result
        SET DeletedRows += @Rows
        WHERE TableName = N'SemanticPathCache';
    END;

    SET @Rows = 1;

    WHILE @Rows > 0
    BEGIN
        -- Problems are kept three times as long as the rest.
        DELETE TOP (@BatchSize)
        FROM provenance.OperationLog
        WHERE LoggedAt < DATEADD(DAY, -@LogDays * CASE WHEN Severity >= 2 THEN 3 ELSE 1 END, @AsOf);

        SET @Rows = @@ROWCOUNT;
        SET @Batches += CASE WHEN @Rows > 0 THEN 1 ELSE 0 END;

        UPDATE @Result
        SET DeletedRows += @Rows
        WHERE TableName = N'OperationLog';
    END;

    DELETE j
    FROM dbo.IngestionJob AS j
    WHERE j.Status = 'done'
          AND j.FinishedAt < DATEADD(DAY, -@LogDays, @AsOf);

    UPDATE @Result
    SET DeletedRows = @@ROWCOUNT
    WHERE TableName = N'IngestionJob';

    SELECT TableName,
           DeletedRows,
           @Batches AS Batches
    FROM @Result
    ORDER BY TableName;
END;
