CREATE TABLE [provenance].[OperationLog]
(
    [OperationId]   BIGINT         IDENTITY (1, 1) NOT NULL,
    [OperationName] VARCHAR (100)  NOT NULL,
    [TenantId]      INT            NULL,
    [EntityId]      BIGINT         NULL,
    [Severity]      TINYINT        CONSTRAINT [DF_OperationLog_Severity] DEFAULT (0) NOT NULL,
    [Detail]        NVARCHAR (MAX) NULL,
    [LoggedAt]      DATETIME2 (3)  CONSTRAINT [DF_OperationLog_LoggedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_OperationLog] PRIMARY KEY CLUSTERED ([OperationId] ASC),
    CONSTRAINT [CK_OperationLog_Severity] CHECK ([Severity] BETWEEN 0 AND 3),
    CONSTRAINT [CK_OperationLog_Detail] CHECK (ISJSON([Detail]) = 1)
);
GO

CREATE NONCLUSTERED INDEX [IX_OperationLog_Tenant]
    ON [provenance].[OperationLog] ([TenantId] ASC, [LoggedAt] DESC)
    INCLUDE ([OperationName], [Severity]);
