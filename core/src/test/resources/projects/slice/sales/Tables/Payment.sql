CREATE TABLE [sales].[Payment]
(
    [PaymentId] BIGINT          IDENTITY (1, 1) NOT NULL,
    [OrderId]   BIGINT          NOT NULL,
    [Amount]    DECIMAL (19, 4) NOT NULL,
    [PaidAt]    DATETIME2 (3)   NOT NULL,
    [Reference] VARCHAR (64)    NULL,
    CONSTRAINT [PK_Payment] PRIMARY KEY CLUSTERED ([PaymentId] ASC),
    CONSTRAINT [FK_Payment_Order] FOREIGN KEY ([OrderId]) REFERENCES [sales].[Order] ([OrderId]),
    CHECK ([Amount] > 0)
);
