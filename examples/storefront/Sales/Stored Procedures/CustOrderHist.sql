CREATE PROCEDURE [Sales].[CustOrderHist] @CustomerID NCHAR (5)
AS
SELECT ProductName, Total = SUM(Quantity)
FROM Inventory.Products P, Sales.[Order Details] OD, Sales.Orders O, Sales.Customers C
WHERE C.CustomerID = @CustomerID
AND C.CustomerID = O.CustomerID AND O.OrderID = OD.OrderID AND OD.ProductID = P.ProductID
GROUP BY ProductName
ORDER BY ProductName
