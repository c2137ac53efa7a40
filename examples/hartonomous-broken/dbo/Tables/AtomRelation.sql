CREATE TABLE [dbo].[AtomRelation]
(
    [RelationId]       BIGINT         IDENTITY (1, 1) NOT NULL,
    [SourceAtomId]     BIGINT         NOT NULL,
    [TargetAtomId]     BIGINT         NOT NULL,
    [RelationTypeCode] VARCHAR (20)   NOT NULL,
    [Weight]           DECIMAL (9, 6) NOT NULL,
    [CreatedAt]        DATETIME2 (3)  CONSTRAINT [DF_AtomRelation_CreatedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_AtomRelation] PRIMARY KEY CLUSTERED ([RelationId] ASC),
    CONSTRAINT [UQ_AtomRelation_Edge] UNIQUE NONCLUSTERED ([SourceAtomId] ASC, [TargetAtomId] ASC, [RelationTypeCode] ASC),
    CONSTRAINT [CK_AtomRelation_NotSelf] CHECK ([SourceAtomId] <> [TargetAtomId]),
    CONSTRAINT [CK_AtomRelation_Weight] CHECK ([Weight] BETWEEN 0 AND 1),
    CONSTRAINT [FK_AtomRelation_Source] FOREIGN KEY ([SourceAtomId]) REFERENCES [dbo].[Atom] ([AtomId]),
    CONSTRAINT [FK_AtomRelation_Target] FOREIGN KEY ([TargetAtomId]) REFERENCES [dbo].[Atom] ([AtomId]),
    CONSTRAINT [FK_AtomRelation_RelationType] FOREIGN KEY ([RelationTypeCode]) REFERENCES [dbo].[RelationType] ([RelationTypeCode])
);
GO

CREATE NONCLUSTERED INDEX [IX_AtomRelation_Target]
    ON [dbo].[AtomRelation] ([TargetAtomId] ASC)
    INCLUDE ([SourceAtomId], [Weight]);
