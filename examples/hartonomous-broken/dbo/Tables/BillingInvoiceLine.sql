CREATE TABLE [dbo].[BillingInvoiceLine]
(
    [InvoiceId]   BIGINT          NOT NULL,
    [LineNumber]  SMALLINT        NOT NULL,
    [Description] NVARCHAR (200)  NOT NULL,
    [Quantity]    INT             NOT NULL,
    [UnitPrice]   DECIMAL (12, 4) NOT NULL,
    [LineAmount]  AS              (CONVERT (DECIMAL (19, 4), [Quantity] * [UnitPrice])) PERSISTED,
    CONSTRAINT [PK_BillingInvoiceLine] PRIMARY KEY CLUSTERED ([InvoiceId] ASC, [LineNumber] ASC),
    CONSTRAINT [CK_BillingInvoiceLine_Quantity] CHECK ([Quantity] > 0),
    CONSTRAINT [FK_BillingInvoiceLine_BillingInvoice] FOREIGN KEY ([InvoiceId]) REFERENCES [dbo].[BillingInvoice] ([InvoiceId]) ON DELETE CASCADE
);
