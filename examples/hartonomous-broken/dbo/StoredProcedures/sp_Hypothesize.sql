-- What may be related to an atom although nobody said so: the ends of paths of two and more relations, the best path to each.
-- The paths go into the cache; the embeddings, where both atoms have one of the model, give a second opinion.
CREATE PROCEDURE [dbo].[sp_Hypothesize]
    @TenantId      INT,
    @AtomId        BIGINT,
    @MaxHops       INT            = 3,
    @MinConfidence DECIMAL (9, 6) = 0.1,
    @MaxResults    INT            = 10,
    @ModelName     NVARCHAR (100) = N'hart-mini'
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @CacheDays INT,
            @PathCount INT;

    IF @MaxHops NOT BETWEEN 2 AND 6
        THROW 50050, N'The number of hops lies between 2 and 6.', 1;

    IF NOT EXISTS (SELECT 1 FROM dbo.Atom WHERE AtomId = @AtomId AND TenantId = @TenantId)
        THROW 50051, N'The tenant has no such atom.', 1;

    CREATE TABLE #Path
    (
        [AtomId]     BIGINT         NOT NULL PRIMARY KEY,
        [Hops]       INT            NOT NULL,
        [Confidence] DECIMAL (9, 6) NOT NULL,
        [PathText]   VARCHAR (2000) NOT NULL
    );

    WITH Walk
    AS (SELECT r.TargetAtomId                                                    AS AtomId,
               1                                                                 AS Hops,
               r.Weight                                                          AS Confidence,
               CONVERT (VARCHAR (2000), CONCAT(r.SourceAtomId, '/', r.TargetAtomId)) AS PathText
        FROM dbo.AtomRelation AS r
        WHERE r.SourceAtomId = @AtomId
        UNION ALL
        SELECT r.TargetAtomId,
               w.Hops + 1,
               CONVERT (DECIMAL (9, 6), w.Confidence * r.Weight),
               CONVERT (VARCHAR (2000), CONCAT(w.PathText, '/', r.TargetAtomId))
        FROM Walk AS w
            INNER JOIN dbo.AtomRelation AS r ON r.SourceAtomId = w.AtomId
        WHERE w.Hops < @MaxHops
              AND w.Confidence * r.Weight >= @MinConfidence
              AND CONCAT('/', w.PathText, '/') NOT LIKE CONCAT('%/', r.TargetAtomId, '/%')),
         Ranked
    AS (SELECT w.AtomId,
               w.Hops,
               w.Confidence,
               w.PathText,
               ROW_NUMBER() OVER (PARTITION BY w.AtomId ORDER BY w.Confidence DESC, w.Hops, w.PathText) AS PathRank
        FROM Walk AS w)
    INSERT INTO #Path (AtomId, Hops, Confidence, PathText)
    SELECT k.AtomId,
           k.Hops,
           k.Confidence,
           k.PathText
    FROM Ranked AS k
    WHERE k.PathRank = 1;

    -- What is a direct relation is knowledge and not a hypothesis.
    DELETE p
    FROM #Path AS p
    WHERE EXISTS (SELECT 1
                  FROM dbo.AtomRelation AS r
                  WHERE r.SourceAtomId = @AtomId
                        AND r.TargetAtomId = p.AtomId);

    SELECT @PathCount = COUNT(*)
    FROM #Path;

    SELECT @CacheDays = TRY_CONVERT (INT, s.Value)
    FROM dbo.Setting AS s
    WHERE s.Name = 'pathCache.days';

    BEGIN TRY
        BEGIN TRANSACTION;

        MERGE provenance.SemanticPathCache AS t
        USING #Path AS s
        ON t.SourceAtomId = @AtomId AND t.TargetAtomId = s.AtomId
        WHEN MATCHED THEN
            UPDATE SET PathText = s.PathText,
                       HopCount = s.Hops,
                       Confidence = s.Confidence,
                       HitCount = t.HitCount + 1,
                       ExpiresAt = DATEADD(DAY, ISNULL(@CacheDays, 30), SYSUTCDATETIME())
        WHEN NOT MATCHED BY TARGET THEN
            INSERT (SourceAtomId, TargetAtomId, PathText, HopCount, Confidence, ExpiresAt)
            VALUES (@AtomId, s.AtomId, s.PathText, s.Hops, s.Confidence, DATEADD(DAY, ISNULL(@CacheDays, 30), SYSUTCDATETIME()))
        WHEN NOT MATCHED BY SOURCE AND t.SourceAtomId = @AtomId THEN
            DELETE;

        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Detail)
        VALUES ('atom.hypothesize', @TenantId, @AtomId, (SELECT @PathCount AS paths, @MaxHops AS maxHops FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT TOP (@MaxResults)
           a.CanonicalText,
           p.Hops,
           p.Confidence,
           e.Distance,
           DENSE_RANK() OVER (ORDER BY p.Confidence DESC) AS Place
    FROM #Path AS p
        INNER JOIN dbo.Atom AS a ON a.AtomId = p.AtomId
        OUTER APPLY (SELECT CONVERT (DECIMAL (9, 4), VECTOR_DISTANCE('cosine', x.Embedding, y.Embedding)) AS Distance
                     FROM dbo.AtomEmbedding AS x
                         INNER JOIN dbo.AtomEmbedding AS y ON y.ModelName = x.ModelName
                     WHERE x.AtomId = @AtomId
                           AND y.AtomId = p.AtomId
                           AND x.ModelName = @ModelName) AS e
    ORDER BY p.Confidence DESC, a.AtomId;
END;
GO

IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = N'SemanticPathCache' AND schema_id = SCHEMA_ID(N'provenance'))
BEGIN
    CREATE TABLE [provenance].[SemanticPathCache]
    (
        [PathId]       BIGINT         IDENTITY (1, 1) NOT NULL,
        [SourceAtomId] BIGINT         NOT NULL,
        [TargetAtomId] BIGINT         NOT NULL,
        [PathText]     VARCHAR (2000) NOT NULL,
        [HopCount]     INT            NOT NULL,
        [Confidence]   DECIMAL (9, 6) NOT NULL,
        [HitCount]     INT            CONSTRAINT [DF_SemanticPathCache_HitCount] DEFAULT (0) NOT NULL,
        [ComputedAt]   DATETIME2 (3)  CONSTRAINT [DF_SemanticPathCache_ComputedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
        [ExpiresAt]    DATETIME2 (3)  NOT NULL,
        CONSTRAINT [PK_SemanticPathCache] PRIMARY KEY CLUSTERED ([PathId] ASC),
        CONSTRAINT [UQ_SemanticPathCache_Ends] UNIQUE NONCLUSTERED ([SourceAtomId] ASC, [TargetAtomId] ASC),
        CONSTRAINT [CK_SemanticPathCache_HopCount] CHECK ([HopCount] > 0),
        CONSTRAINT [FK_SemanticPathCache_Source] FOREIGN KEY ([SourceAtomId]) REFERENCES [dbo].[Atom] ([AtomId]),
        CONSTRAINT [FK_SemanticPathCache_Target] FOREIGN KEY ([TargetAtomId]) REFERENCES [dbo].[Atom] ([AtomId])
    );

    CREATE NONCLUSTERED INDEX [IX_SemanticPathCache_ExpiresAt]
        ON [provenance].[SemanticPathCache] ([ExpiresAt] ASC);
END;
