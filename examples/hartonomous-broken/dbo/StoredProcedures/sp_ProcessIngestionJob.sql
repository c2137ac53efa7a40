-- Turns the items of a job into atoms. A text that the tenant has already only counts up; neighbours in the source get a relation.
CREATE PROCEDURE [dbo].[sp_ProcessIngestionJob]
    @JobId BIGINT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @TenantId      INT,
            @RelationCount INT,
            @Message       NVARCHAR (2000);

    DECLARE @Claimed TABLE (TenantId INT NOT NULL);

    DECLARE @Change TABLE
    (
        [Action]      NVARCHAR (10) NOT NULL,
        [AtomId]      BIGINT        NOT NULL,
        [ContentHash] BINARY (32)   NOT NULL
    );

    UPDATE dbo.IngestionJob
    SET Status = 'running',
        Attempts += 1,
        StartedAt = SYSUTCDATETIME(),
        ErrorMessage = NULL
    OUTPUT inserted.TenantId INTO @Claimed (TenantId)
    WHERE JobId = @JobId
          AND Status IN ('queued', 'failed');

    IF @@ROWCOUNT = 0
        THROW 50013, N'There is no such job, or it cannot be processed in its state.', 1;

    SELECT @TenantId = TenantId
    FROM @Claimed;

    BEGIN TRY
        BEGIN TRANSACTION;

        SELECT n.ItemNumber,
               n.ItemText,
               n.AtomTypeCode,
               n.SpatialKey,
               CONVERT (BINARY (32), HASHBYTES('SHA2_256', n.ItemText)) AS ContentHash
        INTO #Item
        FROM dbo.IngestionJobItem AS n
        WHERE n.JobId = @JobId
              AND n.Status = 'pending';

        MERGE dbo.Atom WITH (HOLDLOCK) AS t
        USING (SELECT i.ContentHash,
                      MIN(i.ItemText)     AS ItemText,
                      MIN(i.AtomTypeCode) AS AtomTypeCode,
                      MAX(i.SpatialKey)   AS SpatialKey,
                      COUNT(*)            AS Occurrences
               FROM #Item AS i
               GROUP BY i.ContentHash) AS s
        ON t.TenantId = @TenantId AND t.ContentHash = s.ContentHash
        WHEN MATCHED THEN
            UPDATE SET OccurrenceCount = t.OccurrenceCount + s.Occurrences,
                       SpatialKey = CASE WHEN s.SpatialKey = 0 THEN t.SpatialKey ELSE s.SpatialKey END
        WHEN NOT MATCHED BY TARGET THEN
            INSERT (TenantId, AtomTypeCode, CanonicalText, ContentHash, SpatialKey, OccurrenceCount)
            VALUES (@TenantId, s.AtomTypeCode, s.ItemText, s.ContentHash, s.SpatialKey, s.Occurrences)
        OUTPUT $action, inserted.AtomId, inserted.ContentHash
            INTO @Change ([Action], AtomId, ContentHash);

        UPDATE n
        SET n.AtomId = c.AtomId,
            n.Status = 'done'
        FROM dbo.IngestionJobItem AS n
            INNER JOIN #Item AS i ON i.ItemNumber = n.ItemNumber
            INNER JOIN @Change AS c ON c.ContentHash = i.ContentHash
        WHERE n.JobId = @JobId;

        WITH Neighbour
        AS (SELECT n.AtomId                                     AS SourceAtomId,
                   LEAD(n.AtomId) OVER (ORDER BY n.ItemNumber)  AS TargetAtomId
            FROM dbo.IngestionJobItem AS n
            WHERE n.JobId = @JobId
                  AND n.Status = 'done')
        INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
        SELECT DISTINCT
               p.SourceAtomId,
               p.TargetAtomId,
               y.RelationTypeCode,
               y.DefaultWeight
        FROM Neighbour AS p
            INNER JOIN dbo.RelationType AS y ON y.RelationTypeCode = 'follows'
        WHERE p.SourceAtomId <> p.TargetAtomId
              AND NOT EXISTS (SELECT 1
                              FROM dbo.AtomRelation AS r
                              WHERE r.SourceAtomId = p.SourceAtomId
                                    AND r.TargetAtomId = p.TargetAtomId
                                    AND r.RelationTypeCode = y.RelationTypeCode);

        SET @RelationCount = @@ROWCOUNT;

        UPDATE dbo.IngestionJob
        SET Status = 'done',
            FinishedAt = SYSUTCDATETIME()
        WHERE JobId = @JobId;

        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Detail)
        SELECT 'ingestion.process',
               @TenantId,
               @JobId,
               (SELECT COUNT(CASE WHEN c.[Action] = 'INSERT' THEN 1 END) AS inserted,
                       COUNT(CASE WHEN c.[Action] = 'UPDATE' THEN 1 END) AS updated,
                       @RelationCount                                    AS relations
                FROM @Change AS c
                FOR JSON PATH, WITHOUT_ARRAY_WRAPPER);

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        SET @Message = ERROR_MESSAGE();

        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        UPDATE dbo.IngestionJob
        SET Status = 'failed',
            FinishedAt = SYSUTCDATETIME(),
            ErrorMessage = @Message
        WHERE JobId = @JobId;

        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Severity, Detail)
        VALUES ('ingestion.process', @TenantId, @JobId, 2, (SELECT @Message AS error FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

        THROW;
    END CATCH;

    SELECT c.[Action],
           a.CanonicalText,
           a.AtomTypeCode,
           a.OccurrenceCount,
           a.ReferenceCount
    FROM @Change AS c
        INNER JOIN dbo.Atom AS a ON a.AtomId = c.AtomId
    ORDER BY a.CanonicalText;
END;
