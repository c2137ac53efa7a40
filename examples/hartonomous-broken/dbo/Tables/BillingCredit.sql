CREATE TABLE [dbo].[BillingCredit]
(
    [CreditId]  INT             IDENTITY (1, 1) NOT NULL,
    [TenantId]  INT             NOT NULL,
    [Amount]    DECIMAL (19, 4) NOT NULL,
    [Remaining] DECIMAL (19, 4) NOT NULL,
    [GrantedOn] DATE            CONSTRAINT [DF_BillingCredit_GrantedOn] DEFAULT (CONVERT (DATE, SYSUTCDATETIME())) NOT NULL,
    [ExpiresOn] DATE            NOT NULL,
    [Reason]    NVARCHAR (200)  NULL,
    CONSTRAINT [PK_BillingCredit] PRIMARY KEY CLUSTERED ([CreditId] ASC),
    CONSTRAINT [CK_BillingCredit_Amount] CHECK ([Amount] > 0),
    CONSTRAINT [CK_BillingCredit_Remaining] CHECK ([Remaining] >= 0 AND [Remaining] <= [Amount]),
    CONSTRAINT [FK_BillingCredit_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId])
);
GO

CREATE NONCLUSTERED INDEX [IX_BillingCredit_Usable]
    ON [dbo].[BillingCredit] ([TenantId] ASC, [ExpiresOn] ASC)
    INCLUDE ([Remaining])
    WHERE [Remaining] > 0;
