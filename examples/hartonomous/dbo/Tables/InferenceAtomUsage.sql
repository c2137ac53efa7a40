CREATE TABLE [dbo].[InferenceAtomUsage]
(
    [InferenceId]  BIGINT         NOT NULL,
    [AtomId]       BIGINT         NOT NULL,
    [Contribution] DECIMAL (9, 6) NOT NULL,
    [UsageRank]    INT            NOT NULL,
    CONSTRAINT [PK_InferenceAtomUsage] PRIMARY KEY CLUSTERED ([InferenceId] ASC, [AtomId] ASC),
    CONSTRAINT [CK_InferenceAtomUsage_Contribution] CHECK ([Contribution] > 0 AND [Contribution] <= 1),
    CONSTRAINT [FK_InferenceAtomUsage_InferenceRequests] FOREIGN KEY ([InferenceId]) REFERENCES [dbo].[InferenceRequests] ([InferenceId]) ON DELETE CASCADE,
    CONSTRAINT [FK_InferenceAtomUsage_Atom] FOREIGN KEY ([AtomId]) REFERENCES [dbo].[Atom] ([AtomId])
);
GO

CREATE NONCLUSTERED INDEX [IX_InferenceAtomUsage_Atom]
    ON [dbo].[InferenceAtomUsage] ([AtomId] ASC)
    INCLUDE ([Contribution]);
