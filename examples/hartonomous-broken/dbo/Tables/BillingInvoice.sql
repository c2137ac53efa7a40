CREATE TABLE [dbo].[BillingInvoice]
(
    [InvoiceId]     BIGINT          IDENTITY (1, 1) NOT NULL,
    [InvoiceNumber] BIGINT          CONSTRAINT [DF_BillingInvoice_InvoiceNumber] DEFAULT (NEXT VALUE FOR [dbo].[InvoiceNumber]) NOT NULL,
    [TenantId]      INT             NOT NULL,
    [PeriodStart]   DATE            NOT NULL,
    [PeriodEnd]     DATE            NOT NULL,
    [Amount]        DECIMAL (19, 4) CONSTRAINT [DF_BillingInvoice_Amount] DEFAULT (0) NOT NULL,
    [CreditApplied] DECIMAL (19, 4) CONSTRAINT [DF_BillingInvoice_CreditApplied] DEFAULT (0) NOT NULL,
    [AmountDue]     AS              ([Amount] - [CreditApplied]) PERSISTED,
    [Status]        VARCHAR (10)    CONSTRAINT [DF_BillingInvoice_Status] DEFAULT ('draft') NOT NULL,
    [IssuedAt]      DATETIME2 (3)   NULL,
    [CreatedAt]     DATETIME2 (3)   DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_BillingInvoice] PRIMARY KEY CLUSTERED ([InvoiceId] ASC),
    CONSTRAINT [UQ_BillingInvoice_InvoiceNumber] UNIQUE NONCLUSTERED ([InvoiceNumber] ASC),
    CONSTRAINT [CK_BillingInvoice_Status] CHECK ([Status] IN ('draft', 'issued', 'paid', 'void')),
    CONSTRAINT [CK_BillingInvoice_Period] CHECK ([PeriodEnd] >= [PeriodStart]),
    CONSTRAINT [CK_BillingInvoice_Credit] CHECK ([CreditApplied] >= 0 AND [CreditApplied] <= [Amount]),
    CONSTRAINT [FK_BillingInvoice_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId])
);
GO

-- A month is invoiced once, unless the earlier invoice was made void.
CREATE UNIQUE NONCLUSTERED INDEX [UX_BillingInvoice_Period]
    ON [dbo].[BillingInvoice] ([TenantId] ASC, [PeriodStart] ASC)
    INCLUDE ([Amount], [CreditApplied])
    WHERE [Status] <> 'void';
GO

EXECUTE sp_addextendedproperty
    @name = N'MS_Description', @value = N'What is left to pay: the amount less the credit that was applied.',
    @level0type = N'SCHEMA', @level0name = N'dbo',
    @level1type = N'TABLE', @level1name = N'BillingInvoice',
    @level2type = N'COLUMN', @level2name = N'AmountDue';
