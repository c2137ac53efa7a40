-- Folds duplicates into one atom: relations, usages and counts move to the survivor, the duplicates go away (their history stays).
CREATE PROCEDURE [dbo].[sp_MergeAtoms]
    @TenantId       INT,
    @SurvivorAtomId BIGINT,
    @Duplicates     [dbo].[AtomIdList] READONLY,
    @Reason         NVARCHAR (200) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @Occurrences   INT,
            @SpatialKey    BIGINT,
            @MergedCount   INT,
            @RelationCount INT;

    DECLARE @Removed TABLE
    (
        [SourceAtomId]     BIGINT         NOT NULL,
        [TargetAtomId]     BIGINT         NOT NULL,
        [RelationTypeCode] VARCHAR (20)   NOT NULL,
        [Weight]           DECIMAL (9, 6) NOT NULL
    );

    DECLARE @Usage TABLE
    (
        [InferenceId]  BIGINT         NOT NULL,
        [Contribution] DECIMAL (9, 6) NOT NULL,
        [UsageRank]    INT            NOT NULL
    );

    IF NOT EXISTS (SELECT 1 FROM @Duplicates)
        THROW 50030, N'There is nothing to merge.', 1;

    IF EXISTS (SELECT 1 FROM @Duplicates WHERE AtomId = @SurvivorAtomId)
        THROW 50031, N'An atom cannot be merged into itself.', 1;

    IF NOT EXISTS (SELECT 1 FROM dbo.Atom WHERE AtomId = @SurvivorAtomId AND TenantId = @TenantId)
       OR EXISTS (SELECT 1
                  FROM @Duplicates AS d
                      LEFT OUTER JOIN dbo.Atom AS a ON a.AtomId = d.AtomId AND a.TenantId = @TenantId
                  WHERE a.AtomId IS NULL)
        THROW 50032, N'All atoms of a merge must exist and belong to the tenant.', 1;

    BEGIN TRY
        BEGIN TRANSACTION;

        INSERT INTO provenance.AtomLineage (SurvivorAtomId, MergedAtomId, MergedText, Reason)
        SELECT @SurvivorAtomId,
               a.AtomId,
               a.CanonicalText,
               @Reason
        FROM dbo.Atom AS a
            INNER JOIN @Duplicates AS d ON d.AtomId = a.AtomId;

        SET @MergedCount = @@ROWCOUNT;

        -- An older merge into one of the duplicates now ends at the survivor.
        UPDATE l
        SET l.SurvivorAtomId = @SurvivorAtomId
        FROM provenance.AtomLineage AS l
            INNER JOIN @Duplicates AS d ON d.AtomId = l.SurvivorAtomId;

        DELETE r
        OUTPUT deleted.SourceAtomId, deleted.TargetAtomId, deleted.RelationTypeCode, deleted.Weight
            INTO @Removed (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
        FROM dbo.AtomRelation AS r
        WHERE r.SourceAtomId IN (SELECT AtomId FROM @Duplicates)
              OR r.TargetAtomId IN (SELECT AtomId FROM @Duplicates);

        WITH Moved
        AS (SELECT CASE WHEN s.AtomId IS NULL THEN r.SourceAtomId ELSE @SurvivorAtomId END AS SourceAtomId,
                   CASE WHEN t.AtomId IS NULL THEN r.TargetAtomId ELSE @SurvivorAtomId END AS TargetAtomId,
                   r.RelationTypeCode,
                   r.Weight
            FROM @Removed AS r
                LEFT OUTER JOIN @Duplicates AS s ON s.AtomId = r.SourceAtomId
                LEFT OUTER JOIN @Duplicates AS t ON t.AtomId = r.TargetAtomId)
        MERGE dbo.AtomRelation AS t
        USING (SELECT m.SourceAtomId,
                      m.TargetAtomId,
                      m.RelationTypeCode,
                      MAX(m.Weight) AS Weight
               FROM Moved AS m
               WHERE m.SourceAtomId <> m.TargetAtomId
               GROUP BY m.SourceAtomId, m.TargetAtomId, m.RelationTypeCode) AS s
        ON t.SourceAtomId = s.SourceAtomId
           AND t.TargetAtomId = s.TargetAtomId
           AND t.RelationTypeCode = s.RelationTypeCode
        WHEN MATCHED AND t.Weight < s.Weight THEN
            UPDATE SET Weight = s.Weight
        WHEN NOT MATCHED BY TARGET THEN
            INSERT (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
            VALUES (s.SourceAtomId, s.TargetAtomId, s.RelationTypeCode, s.Weight);

        SET @RelationCount = @@ROWCOUNT;

        DELETE u
        OUTPUT deleted.InferenceId, deleted.Contribution, deleted.UsageRank
            INTO @Usage (InferenceId, Contribution, UsageRank)
        FROM dbo.InferenceAtomUsage AS u
            INNER JOIN (SELECT AtomId FROM @Duplicates
                        UNION ALL
                        SELECT @SurvivorAtomId) AS d ON d.AtomId = u.AtomId;

        INSERT INTO dbo.InferenceAtomUsage (InferenceId, AtomId, Contribution, UsageRank)
        SELECT u.InferenceId,
               @SurvivorAtomId,
               SUM(u.Contribution),
               MIN(u.UsageRank)
        FROM @Usage AS u
        GROUP BY u.InferenceId;

        DELETE p
        FROM provenance.SemanticPathCache AS p
        WHERE EXISTS (SELECT 1
                      FROM @Duplicates AS d
                      WHERE d.AtomId IN (p.SourceAtomId, p.TargetAtomId)
                            OR CONCAT('/', p.PathText, '/') LIKE CONCAT('%/', d.AtomId, '/%'));

        UPDATE n
        SET n.AtomId = @SurvivorAtomId
        FROM dbo.IngestionJobItem AS n
            INNER JOIN @Duplicates AS d ON d.AtomId = n.AtomId;

        SELECT @Occurrences = SUM(a.OccurrenceCount)
        FROM dbo.Atom AS a
            INNER JOIN @Duplicates AS d ON d.AtomId = a.AtomId;

        SELECT @SpatialKey = MAX(SpatialKey)
        FROM dbo.Atom
        WHERE AtomId IN (SELECT AtomId FROM @Duplicates);

        DELETE a
        FROM dbo.Atom AS a
            INNER JOIN @Duplicates AS d ON d.AtomId = a.AtomId;

        -- A survivor without a place takes that of a duplicate.
        UPDATE dbo.Atom
        SET OccurrenceCount += @Occurrences,
            SpatialKey = CASE WHEN SpatialKey = 0 THEN @SpatialKey ELSE SpatialKey END,
            Metadata = JSON_MODIFY(ISNULL(Metadata, N'{}'), '$.merged', @MergedCount)
        WHERE AtomId = @SurvivorAtomId;

        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Detail)
        VALUES ('atom.merge', @TenantId, @SurvivorAtomId, (SELECT @MergedCount AS merged, @RelationCount AS relations, @Reason AS reason FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT a.CanonicalText,
           a.OccurrenceCount,
           a.ReferenceCount,
           @MergedCount   AS MergedCount,
           @RelationCount AS RelationCount
    FROM dbo.Atom AS a
    WHERE a.AtomId = @SurvivorAtomId;
END;
