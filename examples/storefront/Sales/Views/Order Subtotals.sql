CREATE VIEW [Sales].[Order Subtotals]
AS
SELECT "Order Details".OrderID, Sum(CONVERT(MONEY, ("Order Details".UnitPrice * Quantity * (1 - Discount) / 100)) * 100) AS Subtotal
FROM Sales."Order Details"
GROUP BY "Order Details".OrderID
