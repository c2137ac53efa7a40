CREATE TABLE [dbo].[InferenceRequests]
(
    [InferenceId]  BIGINT          IDENTITY (1, 1) NOT NULL,
    [TenantId]     INT             NOT NULL,
    [TaskType]     VARCHAR (30)    NOT NULL,
    [Prompt]       NVARCHAR (4000) NOT NULL,
    [InputTokens]  INT             NOT NULL,
    [OutputTokens] INT             NULL,
    [TotalTokens]  AS              ([InputTokens] + ISNULL([OutputTokens], 0)) PERSISTED,
    [Complexity]   DECIMAL (9, 2)  NULL,
    [SlaTier]      VARCHAR (12)    NULL,
    [Status]       VARCHAR (12)    CONSTRAINT [DF_InferenceRequests_Status] DEFAULT ('running') NOT NULL,
    [RequestedAt]  DATETIME2 (3)   CONSTRAINT [DF_InferenceRequests_RequestedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [CompletedAt]  DATETIME2 (3)   NULL,
    [DurationMs]   AS              (DATEDIFF(MILLISECOND, [RequestedAt], [CompletedAt])),
    CONSTRAINT [PK_InferenceRequests] PRIMARY KEY CLUSTERED ([InferenceId] ASC),
    CONSTRAINT [CK_InferenceRequests_Tokens] CHECK ([InputTokens] >= 0 AND [OutputTokens] >= 0),
    CONSTRAINT [CK_InferenceRequests_Status] CHECK ([Status] IN ('running', 'completed', 'failed')),
    CONSTRAINT [FK_InferenceRequests_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId])
);
GO

CREATE NONCLUSTERED INDEX [IX_InferenceRequests_Tenant_RequestedAt]
    ON [dbo].[InferenceRequests] ([TenantId] ASC, [RequestedAt] ASC)
    INCLUDE ([TaskType], [InputTokens], [OutputTokens]);
