CREATE TABLE [dbo].[InferenceArtifact]
(
    [ArtifactId]  BIGINT         IDENTITY (1, 1) NOT NULL,
    [InferenceId] BIGINT         NOT NULL,
    [FeedbackId]  BIGINT         NULL,
    [Kind]        VARCHAR (20)   NOT NULL,
    [Content]     NVARCHAR (MAX) NULL,
    [CreatedAt]   DATETIME2 (3)  CONSTRAINT [DF_InferenceArtifact_CreatedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_InferenceArtifact] PRIMARY KEY CLUSTERED ([ArtifactId] ASC),
    CONSTRAINT [CK_InferenceArtifact_Kind] CHECK ([Kind] IN ('answer', 'citation', 'correction')),
    CONSTRAINT [FK_InferenceArtifact_InferenceRequests] FOREIGN KEY ([InferenceId]) REFERENCES [dbo].[InferenceRequests] ([InferenceId]) ON DELETE CASCADE,
    CONSTRAINT [FK_InferenceArtifact_InferenceFeedback] FOREIGN KEY ([FeedbackId]) REFERENCES [dbo].[InferenceFeedback] ([FeedbackId])
);
GO

CREATE NONCLUSTERED INDEX [IX_InferenceArtifact_InferenceId]
    ON [dbo].[InferenceArtifact] ([InferenceId] ASC);
