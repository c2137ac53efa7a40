CREATE PROCEDURE [Reporting].[SalesByCountry]
    @From DATETIME,
    @To   DATETIME
AS
BEGIN
    SET NOCOUNT ON;

    IF OBJECT_ID('tempdb..#Sales') IS NOT NULL
        DROP TABLE #Sales;

    SELECT ISNULL(c.Country, N'(unknown)') AS Country, e.FullName, o.OrderID, s.Subtotal
    INTO #Sales
    FROM Sales.Orders o
         INNER JOIN Sales.Customers c ON c.CustomerID = o.CustomerID
         INNER JOIN Sales.[Order Subtotals] s ON s.OrderID = o.OrderID
         LEFT OUTER JOIN Sales.Employees e ON e.EmployeeID = o.EmployeeID
    WHERE o.OrderDate BETWEEN @From AND @To;

    CREATE INDEX IX_Sales ON #Sales (Country);

    SELECT CASE WHEN GROUPING(Country) = 1 THEN N'All countries' ELSE Country END AS Country,
           COUNT(*)                                                               AS Orders,
           SUM(Subtotal)                                                          AS Revenue,
           STUFF((SELECT DISTINCT N', ' + x.FullName
                  FROM #Sales x
                  WHERE x.Country = s.Country
                  FOR XML PATH ('')), 1, 2, N'')                                  AS Salespeople
    FROM #Sales s
    GROUP BY Country WITH ROLLUP
    ORDER BY GROUPING(Country), Revenue DESC;

    DROP TABLE #Sales;
END
