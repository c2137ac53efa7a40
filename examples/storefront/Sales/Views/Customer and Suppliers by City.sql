CREATE VIEW [Sales].[Customer and Suppliers by City]
AS
SELECT City, CompanyName, ContactName, 'Customers' AS Relationship
FROM Sales.Customers
UNION
SELECT City, CompanyName, ContactName, 'Suppliers'
FROM Inventory.Suppliers
