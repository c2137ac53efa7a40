CREATE TABLE [dbo].[AtomConcept]
(
    [AtomId]     BIGINT         NOT NULL,
    [ConceptId]  INT            NOT NULL,
    [TenantId]   INT            NOT NULL,
    [Distance]   DECIMAL (9, 4) NOT NULL,
    [AssignedAt] DATETIME2 (3)  CONSTRAINT [DF_AtomConcept_AssignedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_AtomConcept] PRIMARY KEY CLUSTERED ([AtomId] ASC, [ConceptId] ASC),
    CONSTRAINT [FK_AtomConcept_Atom] FOREIGN KEY ([AtomId]) REFERENCES [dbo].[Atom] ([AtomId]) ON DELETE CASCADE,
    CONSTRAINT [FK_AtomConcept_Concept] FOREIGN KEY ([ConceptId]) REFERENCES [dbo].[Concept] ([ConceptId]) ON DELETE CASCADE
);
GO

CREATE NONCLUSTERED INDEX [IX_AtomConcept_Concept]
    ON [dbo].[AtomConcept] ([ConceptId] ASC)
    INCLUDE ([Distance]);
