CREATE TABLE [dbo].[AtomHistory]
(
    [AtomId]          BIGINT          NOT NULL,
    [TenantId]        INT             NOT NULL,
    [AtomTypeCode]    VARCHAR (20)    NOT NULL,
    [CanonicalText]   NVARCHAR (1000) NOT NULL,
    [ContentHash]     BINARY (32)     NOT NULL,
    [OccurrenceCount] INT             NOT NULL,
    [ReferenceCount]  INT             NOT NULL,
    [Metadata]        NVARCHAR (MAX)  NULL,
    [CreatedAt]       DATETIME2 (3)   NOT NULL,
    [ValidFrom]       DATETIME2 (7)   NOT NULL,
    [ValidTo]         DATETIME2 (7)   NOT NULL
);
GO

CREATE CLUSTERED INDEX [IX_AtomHistory_Period]
    ON [dbo].[AtomHistory] ([ValidTo] ASC, [ValidFrom] ASC);
