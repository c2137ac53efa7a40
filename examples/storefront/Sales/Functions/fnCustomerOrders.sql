CREATE FUNCTION [Sales].[fnCustomerOrders] (@CustomerID NCHAR (5), @Top INT)
RETURNS TABLE
AS
RETURN
    SELECT TOP (@Top) WITH TIES
           o.OrderID,
           o.OrderDate,
           o.Status,
           Sales.fnOrderTotal(o.OrderID) AS Total
    FROM Sales.Orders o
    WHERE o.CustomerID = @CustomerID
    ORDER BY CONVERT(CHAR (8), o.OrderDate, 112) DESC
