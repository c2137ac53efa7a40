CREATE TABLE [dbo].[IngestionJob]
(
    [JobId]        BIGINT          IDENTITY (1, 1) NOT NULL,
    [TenantId]     INT             NOT NULL,
    [SourceUri]    NVARCHAR (400)  NOT NULL,
    [Priority]     TINYINT         CONSTRAINT [DF_IngestionJob_Priority] DEFAULT (5) NOT NULL,
    [Status]       VARCHAR (10)    CONSTRAINT [DF_IngestionJob_Status] DEFAULT ('queued') NOT NULL,
    [Attempts]     INT             DEFAULT (0) NOT NULL,
    [EnqueuedAt]   DATETIME2 (3)   CONSTRAINT [DF_IngestionJob_EnqueuedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [StartedAt]    DATETIME2 (3)   NULL,
    [FinishedAt]   DATETIME2 (3)   NULL,
    [ErrorMessage] NVARCHAR (2000) NULL,
    CONSTRAINT [PK_IngestionJob] PRIMARY KEY CLUSTERED ([JobId] ASC),
    CONSTRAINT [CK_IngestionJob_Priority] CHECK ([Priority] BETWEEN 1 AND 9),
    CONSTRAINT [CK_IngestionJob_Status] CHECK ([Status] IN ('queued', 'running', 'done', 'failed')),
    CONSTRAINT [FK_IngestionJob_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId])
);
GO

-- A source waits in the queue once.
CREATE UNIQUE NONCLUSTERED INDEX [UX_IngestionJob_Queued]
    ON [dbo].[IngestionJob] ([TenantId] ASC, [SourceUri] ASC)
    WHERE [Status] = 'queued';
GO

CREATE NONCLUSTERED INDEX [IX_IngestionJob_Queue]
    ON [dbo].[IngestionJob] ([Priority] ASC, [JobId] ASC)
    INCLUDE ([TenantId], [SourceUri])
    WHERE [Status] = 'queued';
