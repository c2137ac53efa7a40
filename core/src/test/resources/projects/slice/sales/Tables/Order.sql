CREATE TABLE [sales].[Order]
(
    [OrderId]     BIGINT          IDENTITY (1, 1) NOT NULL,
    [CustomerId]  INT             NOT NULL,
    [OrderNumber] AS              ('SO-' + RIGHT('00000000' + CONVERT(VARCHAR (20), [OrderId]), 8)) PERSISTED NOT NULL,
    [Status]      TINYINT         CONSTRAINT [DF_Order_Status] DEFAULT (0) NOT NULL,
    [OrderedAt]   DATETIME2 (3)   CONSTRAINT [DF_Order_OrderedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [Total]       DECIMAL (19, 4) CONSTRAINT [DF_Order_Total] DEFAULT (0) NOT NULL,
    [RowVersion]  ROWVERSION      NOT NULL,
    CONSTRAINT [PK_Order] PRIMARY KEY CLUSTERED ([OrderId] ASC),
    CONSTRAINT [CK_Order_Status] CHECK ([Status] BETWEEN 0 AND 4),
    CONSTRAINT [FK_Order_Customer] FOREIGN KEY ([CustomerId]) REFERENCES [sales].[Customer] ([CustomerId])
);
GO

CREATE NONCLUSTERED INDEX [IX_Order_Customer_OrderedAt]
    ON [sales].[Order] ([CustomerId] ASC, [OrderedAt] DESC)
    INCLUDE ([Status], [Total]);
