CREATE TABLE [dbo].[Concept]
(
    [ConceptId]       INT            IDENTITY (1, 1) NOT NULL,
    [TenantId]        INT            NOT NULL,
    [ParentConceptId] INT            NULL,
    [Name]            NVARCHAR (200) NOT NULL,
    [Centroid]        VECTOR (8)     NULL,
    [AtomCount]       INT            CONSTRAINT [DF_Concept_AtomCount] DEFAULT (0) NOT NULL,
    [Coherence]       DECIMAL (9, 4) NULL,
    [IsActive]        BIT            CONSTRAINT [DF_Concept_IsActive] DEFAULT (1) NOT NULL,
    [CreatedAt]       DATETIME2 (3)  DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_Concept] PRIMARY KEY CLUSTERED ([ConceptId] ASC),
    CONSTRAINT [CK_Concept_Parent] CHECK ([ParentConceptId] <> [ConceptId]),
    CONSTRAINT [FK_Concept_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId]),
    CONSTRAINT [FK_Concept_Parent] FOREIGN KEY ([ParentConceptId]) REFERENCES [dbo].[Concept] ([ConceptId])
);
GO

CREATE UNIQUE NONCLUSTERED INDEX [UX_Concept_ActiveName]
    ON [dbo].[Concept] ([TenantId] ASC, [Name] ASC)
    WHERE [IsActive] = 1;
GO

CREATE NONCLUSTERED INDEX [IX_Concept_Parent]
    ON [dbo].[Concept] ([ParentConceptId] ASC)
    WHERE [ParentConceptId] IS NOT NULL;
