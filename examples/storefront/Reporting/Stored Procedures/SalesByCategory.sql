CREATE PROCEDURE [Reporting].[SalesByCategory]
    @CategoryName NVARCHAR (15), @OrdYear NVARCHAR (4) = '2017'
AS
IF @OrdYear <> '2015' AND @OrdYear <> '2016' AND @OrdYear <> '2017'
BEGIN
    SELECT @OrdYear = '2017'
END

SELECT ProductName,
    TotalPurchase = ROUND(SUM(CONVERT(DECIMAL (14, 2), OD.Quantity * (1 - OD.Discount) * OD.UnitPrice)), 0)
FROM Sales.[Order Details] OD, Sales.Orders O, Inventory.Products P, Inventory.Categories C
WHERE OD.OrderID = O.OrderID
    AND OD.ProductID = P.ProductID
    AND P.CategoryID = C.CategoryID
    AND C.CategoryName = @CategoryName
    AND SUBSTRING(CONVERT(NVARCHAR (22), O.OrderDate, 111), 1, 4) = @OrdYear
GROUP BY ProductName
ORDER BY ProductName
