CREATE VIEW [Sales].[TopCustomers]
AS
SELECT TOP 10 PERCENT
       c.CustomerID,
       c.CompanyName,
       COUNT(DISTINCT o.OrderID) AS OrderCount,
       SUM(s.Subtotal)           AS Revenue,
       MAX(o.OrderDate)          AS LastOrder
FROM Sales.Customers c
     INNER JOIN Sales.Orders o ON o.CustomerID = c.CustomerID
     INNER JOIN Sales.[Order Subtotals] s ON s.OrderID = o.OrderID
GROUP BY c.CustomerID, c.CompanyName
HAVING SUM(s.Subtotal) > 0
ORDER BY SUM(s.Subtotal) DESC
