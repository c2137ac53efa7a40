CREATE TABLE [provenance].[AtomLineage]
(
    [LineageId]      BIGINT          IDENTITY (1, 1) NOT NULL,
    [SurvivorAtomId] BIGINT          NOT NULL,
    [MergedAtomId]   BIGINT          NOT NULL,
    [MergedText]     NVARCHAR (1000) NOT NULL,
    [Reason]         NVARCHAR (200)  NULL,
    [MergedAt]       DATETIME2 (3)   CONSTRAINT [DF_AtomLineage_MergedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_AtomLineage] PRIMARY KEY CLUSTERED ([LineageId] ASC),
    CONSTRAINT [UQ_AtomLineage_Merged] UNIQUE NONCLUSTERED ([MergedAtomId] ASC)
);
