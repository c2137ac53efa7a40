CREATE TABLE [dbo].[Atom]
(
    [AtomId]          BIGINT                                             IDENTITY (1, 1) NOT NULL,
    [TenantId]        INT                                                NOT NULL,
    [AtomTypeCode]    VARCHAR (20)                                       NOT NULL,
    [CanonicalText]   NVARCHAR (1000)                                    NOT NULL,
    [ContentHash]     BINARY (32)                                        NOT NULL,
    [OccurrenceCount] INT                                                CONSTRAINT [DF_Atom_OccurrenceCount] DEFAULT (1) NOT NULL,
    [ReferenceCount]  INT                                                CONSTRAINT [DF_Atom_ReferenceCount] DEFAULT (0) NOT NULL,
    [Metadata]        NVARCHAR (MAX)                                     NULL,
    [CreatedAt]       DATETIME2 (3)                                      CONSTRAINT [DF_Atom_CreatedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [ValidFrom]       DATETIME2 (7) GENERATED ALWAYS AS ROW START HIDDEN CONSTRAINT [DF_Atom_ValidFrom] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [ValidTo]         DATETIME2 (7) GENERATED ALWAYS AS ROW END HIDDEN   CONSTRAINT [DF_Atom_ValidTo] DEFAULT (CONVERT (DATETIME2 (7), '9999-12-31 23:59:59.9999999')) NOT NULL,
    CONSTRAINT [PK_Atom] PRIMARY KEY CLUSTERED ([AtomId] ASC),
    CONSTRAINT [UQ_Atom_ContentHash] UNIQUE NONCLUSTERED ([TenantId] ASC, [ContentHash] ASC),
    CONSTRAINT [CK_Atom_Counts] CHECK ([OccurrenceCount] >= 0 AND [ReferenceCount] >= 0),
    CONSTRAINT [CK_Atom_Metadata] CHECK ([Metadata] IS NULL OR ISJSON([Metadata]) = 1),
    CONSTRAINT [FK_Atom_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId]),
    CONSTRAINT [FK_Atom_AtomType] FOREIGN KEY ([AtomTypeCode]) REFERENCES [dbo].[AtomType] ([AtomTypeCode]),
    PERIOD FOR SYSTEM_TIME ([ValidFrom], [ValidTo])
)
WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[AtomHistory], DATA_CONSISTENCY_CHECK = ON));
GO

CREATE NONCLUSTERED INDEX [IX_Atom_AtomTypeCode]
    ON [dbo].[Atom] ([AtomTypeCode] ASC);
GO

EXECUTE sp_addextendedproperty
    @name = N'MS_Description', @value = N'The smallest unit of knowledge: a normalised piece of text with its history.',
    @level0type = N'SCHEMA', @level0name = N'dbo',
    @level1type = N'TABLE', @level1name = N'Atom';
