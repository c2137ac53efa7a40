CREATE TABLE [dbo].[TenantApiKey]
(
    [ApiKeyId]   INT              IDENTITY (1, 1) NOT NULL,
    [TenantGuid] UNIQUEIDENTIFIER NOT NULL,
    [KeyHash]    BINARY (32)      NOT NULL,
    [Label]      NVARCHAR (100)   NULL,
    [CreatedAt]  DATETIME2 (3)    CONSTRAINT [DF_TenantApiKey_CreatedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [RevokedAt]  DATETIME2 (3)    NULL,
    CONSTRAINT [PK_TenantApiKey] PRIMARY KEY CLUSTERED ([ApiKeyId] ASC),
    CONSTRAINT [UQ_TenantApiKey_KeyHash] UNIQUE NONCLUSTERED ([KeyHash] ASC),
    CONSTRAINT [FK_TenantApiKey_TenantGuidMapping] FOREIGN KEY ([TenantGuid]) REFERENCES [dbo].[TenantGuidMapping] ([TenantGuid]) ON DELETE CASCADE
);
