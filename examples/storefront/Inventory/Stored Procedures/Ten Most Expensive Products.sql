CREATE PROCEDURE [Inventory].[Ten Most Expensive Products]
AS
SET ROWCOUNT 10
SELECT Products.ProductName AS TenMostExpensiveProducts, Products.UnitPrice
FROM Inventory.Products
ORDER BY Products.UnitPrice DESC
SET ROWCOUNT 0
