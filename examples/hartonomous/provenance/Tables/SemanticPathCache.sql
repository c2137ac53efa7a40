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
GO

CREATE NONCLUSTERED INDEX [IX_SemanticPathCache_ExpiresAt]
    ON [provenance].[SemanticPathCache] ([ExpiresAt] ASC);
