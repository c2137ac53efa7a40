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
