CREATE TABLE [sales].[OrderLine]
(
    [OrderId]    BIGINT          NOT NULL,
    [LineNumber] SMALLINT        NOT NULL,
    [ProductId]  INT             NOT NULL,
    [Quantity]   INT             NOT NULL,
    [UnitPrice]  DECIMAL (19, 4) NOT NULL,
    [Discount]   DECIMAL (5, 4)  CONSTRAINT [DF_OrderLine_Discount] DEFAULT (0) NOT NULL,
    [LineTotal]  AS              (CONVERT(DECIMAL (19, 4), [Quantity] * [UnitPrice] * (1 - [Discount]))) PERSISTED,
    CONSTRAINT [PK_OrderLine] PRIMARY KEY CLUSTERED ([OrderId] ASC, [LineNumber] ASC),
    CONSTRAINT [CK_OrderLine_Quantity] CHECK ([Quantity] > 0),
    CONSTRAINT [FK_OrderLine_Order] FOREIGN KEY ([OrderId]) REFERENCES [sales].[Order] ([OrderId]) ON DELETE CASCADE,
    CONSTRAINT [FK_OrderLine_Product] FOREIGN KEY ([ProductId]) REFERENCES [dbo].[Product] ([ProductId])
);
