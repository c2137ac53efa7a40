CREATE TABLE [dbo].[Tenant]
(
    [TenantId]  INT            IDENTITY (1, 1) NOT NULL,
    [Name]      NVARCHAR (200) NOT NULL,
    [Region]    CHAR (2)       CONSTRAINT [DF_Tenant_Region] DEFAULT ('EU') NOT NULL,
    [IsActive]  BIT            CONSTRAINT [DF_Tenant_IsActive] DEFAULT (1) NOT NULL,
    [CreatedAt] DATETIME2 (3)  CONSTRAINT [DF_Tenant_CreatedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_Tenant] PRIMARY KEY CLUSTERED ([TenantId] ASC),
    CONSTRAINT [UQ_Tenant_Name] UNIQUE NONCLUSTERED ([Name] ASC),
    CONSTRAINT [CK_Tenant_Name] CHECK (LEN([Name]) > 0)
);
GO

EXECUTE sp_addextendedproperty
    @name = N'MS_Description', @value = N'A customer of the knowledge store. Every row of every other table belongs to one.',
    @level0type = N'SCHEMA', @level0name = N'dbo',
    @level1type = N'TABLE', @level1name = N'Tenant';
