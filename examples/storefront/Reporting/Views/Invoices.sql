CREATE VIEW [Reporting].[Invoices]
AS
SELECT o.OrderID,
       o.OrderDate,
       c.CompanyName,
       Salesperson = e.FirstName + ' ' + e.LastName,
       sh.CompanyName AS ShipperName,
       d.ProductID,
       p.ProductName,
       d.UnitPrice,
       d.Quantity,
       d.Discount,
       (CONVERT(MONEY, (d.UnitPrice * d.Quantity * (1 - d.Discount) / 100)) * 100) AS ExtendedPrice,
       o.Freight
FROM Sales.Shippers sh
     RIGHT OUTER JOIN (Inventory.Products p
                       INNER JOIN ((Sales.Employees e
                                    RIGHT OUTER JOIN (Sales.Customers c
                                                INNER JOIN Sales.Orders o ON c.CustomerID = o.CustomerID) ON e.EmployeeID = o.EmployeeID)
                                   INNER JOIN Sales.[Order Details] d ON o.OrderID = d.OrderID) ON p.ProductID = d.ProductID) ON sh.ShipperID = o.ShipVia
