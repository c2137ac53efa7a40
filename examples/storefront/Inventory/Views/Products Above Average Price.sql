CREATE VIEW [Inventory].[Products Above Average Price]
AS
SELECT ProductName, UnitPrice
FROM Inventory.Products
WHERE UnitPrice > (SELECT AVG(UnitPrice) FROM Inventory.Products)
