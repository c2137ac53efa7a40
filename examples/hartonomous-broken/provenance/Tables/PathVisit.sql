CREATE TABLE [provenance].[PathVisit]
(
    [PathId]      BIGINT        NOT NULL,
    [InferenceId] BIGINT        NOT NULL,
    [VisitedAt]   DATETIME2 (3) CONSTRAINT [DF_PathVisit_VisitedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_PathVisit] PRIMARY KEY CLUSTERED ([PathId] ASC, [InferenceId] ASC),
    CONSTRAINT [FK_PathVisit_SemanticPathCache] FOREIGN KEY ([PathId]) REFERENCES [provenance].[SemanticPathCache] ([PathId]) ON DELETE CASCADE,
    CONSTRAINT [FK_PathVisit_InferenceRequests] FOREIGN KEY ([InferenceId]) REFERENCES [dbo].[InferenceRequests] ([InferenceId])
);
