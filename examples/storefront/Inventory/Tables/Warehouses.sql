CREATE TABLE [Inventory].[Warehouses] (
    [WarehouseID] TINYINT       NOT NULL,
    [Name]        NVARCHAR (30) NOT NULL,
    [IsDefault]   BIT           DEFAULT ((0)) NOT NULL,
    PRIMARY KEY CLUSTERED ([WarehouseID] ASC)
);
