-- Assigns every embedded atom of a tenant to the nearest concept. An atom that is too far from all of them founds a concept of its own.
-- At the end each concept gets a new centre: its member with the smallest mean distance to the others.
CREATE PROCEDURE [dbo].[sp_ClusterConcepts]
    @TenantId    INT,
    @ModelName   NVARCHAR (100) = N'hart-mini',
    @MaxDistance FLOAT          = 0.35
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @AtomId       BIGINT,
            @ConceptId    INT,
            @ConceptCount INT,
            @NewConcepts  INT = 0;

    IF @MaxDistance IS NULL OR @MaxDistance <= 0 OR @MaxDistance > 2
        THROW 50060, N'The greatest distance lies above 0 and at most at 2.', 1;

    CREATE TABLE #Member
    (
        [AtomId]    BIGINT     NOT NULL PRIMARY KEY,
        [Embedding] VECTOR (8) NOT NULL,
        [ConceptId] INT        NULL,
        [Distance]  FLOAT      NULL
    );

    INSERT INTO #Member (AtomId, Embedding, ConceptId, Distance)
    SELECT a.AtomId,
           e.Embedding,
           n.ConceptId,
           n.Distance
    FROM dbo.Atom AS a
        INNER JOIN dbo.AtomEmbedding AS e ON e.AtomId = a.AtomId AND e.ModelName = @ModelName
        OUTER APPLY (SELECT TOP (1) c.ConceptId,
                                    VECTOR_DISTANCE('cosine', c.Centroid, e.Embedding) AS Distance
                     FROM dbo.Concept AS c
                     WHERE c.TenantId = @TenantId
                           AND c.IsActive = 1
                           AND c.Centroid IS NOT NULL
                           AND VECTOR_DISTANCE('cosine', c.Centroid, e.Embedding) <= @MaxDistance
                     ORDER BY Distance, c.ConceptId) AS n
    WHERE a.TenantId = @TenantId;

    BEGIN TRY
        BEGIN TRANSACTION;

        WHILE EXISTS (SELECT 1 FROM #Member WHERE ConceptId IS NULL)
        BEGIN
            SELECT @AtomId = MIN(AtomId)
            FROM #Member
            WHERE ConceptId IS NULL;

            SELECT @ConceptCount = COUNT(*)
            FROM dbo.Concept
            WHERE TenantId = @TenantId;

            INSERT INTO dbo.Concept (TenantId, Name, Centroid)
            SELECT @TenantId,
                   CONCAT(N'About ', LEFT(a.CanonicalText, 150), N' (', @ConceptCount + 1, N')'),
                   m.Embedding
            FROM #Member AS m
                INNER JOIN dbo.Atom AS a ON a.AtomId = m.AtomId
            WHERE m.AtomId = @AtomId;

            SET @ConceptId = SCOPE_IDENTITY();
            SET @NewConcepts += 1;

            UPDATE m
            SET m.ConceptId = @ConceptId,
                m.Distance = VECTOR_DISTANCE('cosine', f.Embedding, m.Embedding)
            FROM #Member AS m
                INNER JOIN #Member AS f ON f.AtomId = @AtomId
            WHERE m.ConceptId IS NULL
                  AND (m.AtomId = @AtomId
                       OR VECTOR_DISTANCE('cosine', f.Embedding, m.Embedding) <= @MaxDistance);
        END;

        MERGE dbo.AtomConcept AS t
        USING #Member AS s
        ON t.AtomId = s.AtomId AND t.ConceptId = s.ConceptId
        WHEN MATCHED AND t.Distance <> CONVERT (DECIMAL (9, 4), s.Distance) THEN
            UPDATE SET Distance = s.Distance,
                       AssignedAt = SYSUTCDATETIME()
        WHEN NOT MATCHED BY TARGET THEN
            INSERT (AtomId, ConceptId, TenantId, Distance)
            VALUES (s.AtomId, s.ConceptId, @TenantId, s.Distance)
        WHEN NOT MATCHED BY SOURCE AND t.TenantId = @TenantId THEN
            DELETE;

        WITH Mean
        AS (SELECT m.ConceptId,
                   m.AtomId,
                   ROUND(AVG(VECTOR_DISTANCE('cosine', m.Embedding, o.Embedding)), 4) AS MeanDistance
            FROM #Member AS m
                INNER JOIN #Member AS o ON o.ConceptId = m.ConceptId
            GROUP BY m.ConceptId, m.AtomId),
             Medoid
        AS (SELECT n.ConceptId,
                   m.Embedding,
                   ROW_NUMBER() OVER (PARTITION BY n.ConceptId ORDER BY n.MeanDistance, n.AtomId) AS Place
            FROM Mean AS n
                INNER JOIN #Member AS m ON m.AtomId = n.AtomId)
        UPDATE c
        SET c.Centroid = m.Embedding,
            c.AtomCount = s.AtomCount,
            c.Coherence = 1 - s.MeanDistance
        FROM dbo.Concept AS c
            INNER JOIN Medoid AS m ON m.ConceptId = c.ConceptId AND m.Place = 1
            INNER JOIN (SELECT ConceptId,
                               COUNT(*)      AS AtomCount,
                               AVG(Distance) AS MeanDistance
                        FROM #Member
                        GROUP BY ConceptId) AS s ON s.ConceptId = c.ConceptId;

        UPDATE c
        SET c.AtomCount = 0,
            c.Coherence = NULL
        FROM dbo.Concept AS c
        WHERE c.TenantId = @TenantId
              AND c.AtomCount > 0
              AND NOT EXISTS (SELECT 1 FROM dbo.AtomConcept AS x WHERE x.ConceptId = c.ConceptId);

        INSERT INTO dbo.OperationLog (OperationName, TenantId, Detail)
        VALUES ('concept.cluster', @TenantId, (SELECT @ModelName AS model, @NewConcepts AS newConcepts FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT c.Name,
           c.AtomCount,
           c.Coherence,
           STRING_AGG(a.CanonicalText, N', ') WITHIN GROUP (ORDER BY x.Distance, a.AtomId) AS Members
    FROM dbo.Concept AS c
        INNER JOIN dbo.AtomConcept AS x ON x.ConceptId = c.ConceptId
        INNER JOIN dbo.Atom AS a ON a.AtomId = x.AtomId
    WHERE c.TenantId = @TenantId
    GROUP BY c.ConceptId, c.Name, c.AtomCount, c.Coherence
    ORDER BY c.AtomCount DESC, c.ConceptId;
END;
