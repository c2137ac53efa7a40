CREATE TABLE [Inventory].[Stock] (
    [WarehouseID] TINYINT  NOT NULL,
    [ProductID]   INT      NOT NULL,
    [OnHand]      INT      CONSTRAINT [DF_Stock_OnHand] DEFAULT ((0)) NOT NULL,
    [OnOrder]     INT      CONSTRAINT [DF_Stock_OnOrder] DEFAULT ((0)) NOT NULL,
    [LastCount]   DATETIME NULL,
    CONSTRAINT [PK_Stock] PRIMARY KEY CLUSTERED ([WarehouseID] ASC, [ProductID] ASC),
    CONSTRAINT [CK_Stock_OnHand] CHECK ([OnHand]>=(0)),
    CONSTRAINT [FK_Stock_Products] FOREIGN KEY ([ProductID]) REFERENCES [Inventory].[Products] ([ProductID]) ON DELETE CASCADE,
    CONSTRAINT [FK_Stock_Warehouses] FOREIGN KEY ([WarehouseID]) REFERENCES [Inventory].[Warehouses] ([WarehouseID])
);
