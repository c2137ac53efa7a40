CREATE TABLE [dbo].[TenantGuidMapping]
(
    [TenantGuid] UNIQUEIDENTIFIER NOT NULL,
    [TenantId]   INT              NOT NULL,
    [MappedAt]   DATETIME2 (3)    CONSTRAINT [DF_TenantGuidMapping_MappedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [MappedBy]   NVARCHAR (128)   NULL,
    CONSTRAINT [PK_TenantGuidMapping] PRIMARY KEY CLUSTERED ([TenantGuid] ASC),
    CONSTRAINT [FK_TenantGuidMapping_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId]) ON DELETE CASCADE
);
GO

CREATE NONCLUSTERED INDEX [IX_TenantGuidMapping_TenantId]
    ON [dbo].[TenantGuidMapping] ([TenantId] ASC);
