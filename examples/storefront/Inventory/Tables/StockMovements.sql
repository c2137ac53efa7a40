CREATE TABLE [Inventory].[StockMovements] (
    [MovementID]  BIGINT         IDENTITY (1, 1) NOT NULL,
    [WarehouseID] TINYINT        NOT NULL,
    [ProductID]   INT            NOT NULL,
    [Quantity]    INT            NOT NULL,
    [Reason]      VARCHAR (10)   NOT NULL,
    [OrderID]     INT            NULL,
    [MovedOn]     DATETIME       CONSTRAINT [DF_StockMovements_MovedOn] DEFAULT (getdate()) NOT NULL,
    CONSTRAINT [PK_StockMovements] PRIMARY KEY NONCLUSTERED ([MovementID] ASC),
    CONSTRAINT [CK_StockMovements_Quantity] CHECK ([Quantity]<>(0)),
    CONSTRAINT [CK_StockMovements_Reason] CHECK ([Reason]='count' OR [Reason]='purchase' OR [Reason]='sale'),
    CONSTRAINT [FK_StockMovements_Stock] FOREIGN KEY ([WarehouseID], [ProductID]) REFERENCES [Inventory].[Stock] ([WarehouseID], [ProductID])
);


GO
CREATE CLUSTERED INDEX [CX_StockMovements_MovedOn]
    ON [Inventory].[StockMovements]([MovedOn] ASC, [MovementID] ASC);
