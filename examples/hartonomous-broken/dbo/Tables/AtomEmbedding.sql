CREATE TABLE [dbo].[AtomEmbedding]
(
    [AtomEmbeddingId] BIGINT         IDENTITY (1, 1) NOT NULL,
    [AtomId]          BIGINT         NOT NULL,
    [ModelName]       NVARCHAR (100) NOT NULL,
    [Embedding]       VECTOR (8)     NOT NULL,
    [EmbeddedAt]      DATETIME2 (3)  CONSTRAINT [DF_AtomEmbedding_EmbeddedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_AtomEmbedding] PRIMARY KEY CLUSTERED ([AtomEmbeddingId] ASC),
    CONSTRAINT [UQ_AtomEmbedding_Model] UNIQUE NONCLUSTERED ([AtomId] ASC, [ModelName] ASC),
    CONSTRAINT [FK_AtomEmbedding_Atom] FOREIGN KEY ([AtomId]) REFERENCES [dbo].[Atom] ([AtomId]) ON DELETE CASCADE
);
