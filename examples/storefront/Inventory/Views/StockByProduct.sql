CREATE VIEW [Inventory].[StockByProduct]
WITH SCHEMABINDING
AS
SELECT s.[ProductID],
       SUM(s.[OnHand])   AS OnHand,
       SUM(s.[OnOrder])  AS OnOrder,
       COUNT_BIG(*)      AS WarehouseCount
FROM [Inventory].[Stock] s
GROUP BY s.[ProductID]


GO
CREATE UNIQUE CLUSTERED INDEX [CIX_StockByProduct]
    ON [Inventory].[StockByProduct]([ProductID] ASC);
