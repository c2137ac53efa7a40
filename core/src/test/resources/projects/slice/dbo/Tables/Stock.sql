CREATE TABLE [dbo].[Stock]
(
    [WarehouseId] INT NOT NULL,
    [ProductId]   INT NOT NULL,
    [OnHand]      INT CONSTRAINT [DF_Stock_OnHand] DEFAULT (0) NOT NULL,
    [Reserved]    INT CONSTRAINT [DF_Stock_Reserved] DEFAULT (0) NOT NULL,
    [Available]   AS  ([OnHand] - [Reserved]) PERSISTED,
    CONSTRAINT [PK_Stock] PRIMARY KEY CLUSTERED ([WarehouseId] ASC, [ProductId] ASC),
    CONSTRAINT [CK_Stock_Quantities] CHECK ([OnHand] >= 0 AND [Reserved] >= 0 AND [Reserved] <= [OnHand]),
    CONSTRAINT [FK_Stock_Warehouse] FOREIGN KEY ([WarehouseId]) REFERENCES [dbo].[Warehouse] ([WarehouseId]),
    CONSTRAINT [FK_Stock_Product] FOREIGN KEY ([ProductId]) REFERENCES [dbo].[Product] ([ProductId])
);
