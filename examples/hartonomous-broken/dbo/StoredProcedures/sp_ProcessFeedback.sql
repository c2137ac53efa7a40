-- Takes a rating (1 to 5) for a completed request and moves the weights of the relations between the atoms that it used:
-- up for 4 and 5, down for 1 and 2. A second rating of the same person replaces the first one, and only the difference counts.
CREATE PROCEDURE [dbo].[sp_ProcessFeedback]
    @InferenceId BIGINT,
    @Rating      TINYINT,
    @SubmittedBy NVARCHAR (128),
    @Comment     NVARCHAR (1000) = NULL,
    @FeedbackId  BIGINT          = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @Status         VARCHAR (12),
            @TenantId       INT,
            @PreviousRating INT,
            @Step           DECIMAL (9, 6),
            @DroppedPaths   INT = 0;

    DECLARE @Saved TABLE (FeedbackId BIGINT NOT NULL);

    DECLARE @Adjusted TABLE
    (
        [RelationId] BIGINT         NOT NULL PRIMARY KEY,
        [OldWeight]  DECIMAL (9, 6) NOT NULL,
        [NewWeight]  DECIMAL (9, 6) NOT NULL
    );

    SELECT @Status = i.Status,
           @TenantId = i.TenantId
    FROM dbo.InferenceRequests AS i
    WHERE i.InferenceId = @InferenceId;

    IF @Status IS NULL OR @Status <> 'completed'
        THROW 50040, N'Feedback is taken for completed requests only.', 1;

    IF @Rating IS NULL OR @Rating NOT BETWEEN 1 AND 5
        THROW 50041, N'A rating is a number from 1 to 5.', 1;

    SELECT @PreviousRating = f.Rating
    FROM dbo.InferenceFeedback AS f
    WHERE f.InferenceId = @InferenceId
          AND f.SubmittedBy = @SubmittedBy;

    SET @Step = (@Rating - ISNULL(@PreviousRating, 3)) * 0.05;

    BEGIN TRY
        BEGIN TRANSACTION;

        MERGE dbo.InferenceFeedback AS t
        USING (SELECT @InferenceId AS InferenceId, @SubmittedBy AS SubmittedBy) AS s
        ON t.InferenceId = s.InferenceId AND t.SubmittedBy = s.SubmittedBy
        WHEN MATCHED THEN
            UPDATE SET Rating = @Rating,
                       Comment = COALESCE(@Comment, t.Comment),
                       SubmittedAt = SYSUTCDATETIME(),
                       ProcessedAt = NULL
        WHEN NOT MATCHED THEN
            INSERT (InferenceId, SubmittedBy, Rating, Comment)
            VALUES (s.InferenceId, s.SubmittedBy, @Rating, @Comment)
        OUTPUT inserted.FeedbackId INTO @Saved (FeedbackId);

        SELECT @FeedbackId = FeedbackId
        FROM @Saved;

        IF @Step <> 0
            UPDATE r
            SET r.Weight = CASE
                               WHEN r.Weight + @Step * (s.Contribution + t.Contribution) > 1 THEN 1
                               WHEN r.Weight + @Step * (s.Contribution + t.Contribution) < 0 THEN 0
                               ELSE r.Weight + @Step * (s.Contribution + t.Contribution)
                           END
            OUTPUT inserted.RelationId, deleted.Weight, inserted.Weight
                INTO @Adjusted (RelationId, OldWeight, NewWeight)
            FROM dbo.AtomRelation AS r
                INNER JOIN dbo.InferenceAtomUsage AS s ON s.AtomId = r.SourceAtomId AND s.InferenceId = @InferenceId
                INNER JOIN dbo.InferenceAtomUsage AS t ON t.AtomId = r.TargetAtomId AND t.InferenceId = @InferenceId;

        IF EXISTS (SELECT 1 FROM @Adjusted WHERE NewWeight < OldWeight)
        BEGIN
            DELETE p
            FROM provenance.SemanticPathCache AS p
                INNER JOIN dbo.InferenceAtomUsage AS u ON u.AtomId = p.SourceAtomId
            WHERE u.InferenceId = @InferenceId;

            SET @DroppedPaths = @@ROWCOUNT;
        END;

        UPDATE dbo.InferenceFeedback
        SET ProcessedAt = SYSUTCDATETIME()
        WHERE FeedbackId = @FeedbackId;

        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Detail)
        VALUES ('feedback.process',
                @TenantId,
                @FeedbackId,
                (SELECT @Rating                           AS rating,
                        (SELECT COUNT(*) FROM @Adjusted)  AS relations,
                        @DroppedPaths                     AS droppedPaths
                 FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT source.CanonicalText AS SourceText,
           target.CanonicalText AS TargetText,
           c.OldWeight,
           c.NewWeight
    FROM @Adjusted AS c
        INNER JOIN dbo.AtomRelation AS r ON r.RelationId = c.RelationId
        INNER JOIN dbo.Atom AS source ON source.AtomId = r.SourceAtomId
        INNER JOIN dbo.Atom AS target ON target.AtomId = r.TargetAtomId
    ORDER BY c.RelationId;
END;
GO

IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = N'InferenceFeedback' AND schema_id = SCHEMA_ID(N'dbo'))
BEGIN
    CREATE TABLE [dbo].[InferenceFeedback]
    (
        [FeedbackId]  BIGINT          IDENTITY (1, 1) NOT NULL,
        [InferenceId] BIGINT          NOT NULL,
        [SubmittedBy] NVARCHAR (128)  NOT NULL,
        [Rating]      TINYINT         NOT NULL,
        [Comment]     NVARCHAR (1000) NULL,
        [SubmittedAt] DATETIME2 (3)   CONSTRAINT [DF_InferenceFeedback_SubmittedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
        [ProcessedAt] DATETIME2 (3)   NULL,
        CONSTRAINT [PK_InferenceFeedback] PRIMARY KEY CLUSTERED ([FeedbackId] ASC),
        CONSTRAINT [UQ_InferenceFeedback_Author] UNIQUE NONCLUSTERED ([InferenceId] ASC, [SubmittedBy] ASC),
        CONSTRAINT [CK_InferenceFeedback_Rating] CHECK ([Rating] BETWEEN 1 AND 5),
        CONSTRAINT [FK_InferenceFeedback_InferenceRequests] FOREIGN KEY ([InferenceId]) REFERENCES [dbo].[InferenceRequests] ([InferenceId]) ON DELETE CASCADE
    );
END;
