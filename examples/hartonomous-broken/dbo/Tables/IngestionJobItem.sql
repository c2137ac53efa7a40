CREATE TABLE [dbo].[IngestionJobItem]
(
    [JobId]        BIGINT          NOT NULL,
    [ItemNumber]   INT             NOT NULL,
    [ItemText]     NVARCHAR (1000) NULL,
    [AtomTypeCode] VARCHAR (20)    CONSTRAINT [DF_IngestionJobItem_AtomTypeCode] DEFAULT ('text') NOT NULL,
    [SpatialKey]   BIGINT          CONSTRAINT [DF_IngestionJobItem_SpatialKey] DEFAULT (0) NOT NULL,
    [Status]       VARCHAR (10)    CONSTRAINT [DF_IngestionJobItem_Status] DEFAULT ('pending') NOT NULL,
    [AtomId]       BIGINT          NULL,
    CONSTRAINT [PK_IngestionJobItem] PRIMARY KEY CLUSTERED ([JobId] ASC, [ItemNumber] ASC),
    CONSTRAINT [CK_IngestionJobItem_Status] CHECK ([Status] IN ('pending', 'done', 'rejected')),
    CONSTRAINT [FK_IngestionJobItem_IngestionJob] FOREIGN KEY ([JobId]) REFERENCES [dbo].[IngestionJob] ([JobId]) ON DELETE CASCADE,
    CONSTRAINT [FK_IngestionJobItem_Atom] FOREIGN KEY ([AtomId]) REFERENCES [dbo].[Atom] ([AtomId]) ON DELETE SET NULL
);
