CREATE VIEW [Reporting].[QuarterlyRevenue]
AS
SELECT p.OrderYear,
       ISNULL(p.[1], 0) AS Q1,
       ISNULL(p.[2], 0) AS Q2,
       ISNULL(p.[3], 0) AS Q3,
       ISNULL(p.[4], 0) AS Q4
FROM (SELECT YEAR(o.OrderDate)               AS OrderYear,
             DATEPART(QUARTER, o.OrderDate)  AS OrderQuarter,
             s.Subtotal
      FROM Sales.Orders o
           INNER JOIN Sales.[Order Subtotals] s ON s.OrderID = o.OrderID) AS q
     PIVOT (SUM(Subtotal) FOR OrderQuarter IN ([1], [2], [3], [4])) AS p
