CREATE TABLE [dbo].[AuditLog] (
    [AuditLogID] INT            IDENTITY (1, 1) NOT NULL,
    [TableName]  [sysname]      NOT NULL,
    [KeyValue]   NVARCHAR (100) NOT NULL,
    [Action]     CHAR (1)       NOT NULL,
    [OldValue]   NVARCHAR (MAX) NULL,
    [NewValue]   NVARCHAR (MAX) NULL,
    [ChangedBy]  NVARCHAR (128) CONSTRAINT [DF_AuditLog_ChangedBy] DEFAULT (suser_sname()) NOT NULL,
    [ChangedOn]  DATETIME       CONSTRAINT [DF_AuditLog_ChangedOn] DEFAULT (getdate()) NOT NULL,
    CONSTRAINT [PK_AuditLog] PRIMARY KEY CLUSTERED ([AuditLogID] ASC),
    CONSTRAINT [CK_AuditLog_Action] CHECK ([Action]='D' OR [Action]='U' OR [Action]='I')
);


GO
CREATE NONCLUSTERED INDEX [IX_AuditLog_TableName_ChangedOn]
    ON [dbo].[AuditLog]([TableName] ASC, [ChangedOn] DESC) WITH (FILLFACTOR = 90);
