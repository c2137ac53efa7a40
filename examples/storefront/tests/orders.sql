-- Orders, stock and the reports. The seed has three categories, two shippers and one warehouse.

-- test: an order takes the goods from stock and totals its lines
DECLARE @Tea INT, @Jam INT, @OrderID INT, @Status INT, @Total MONEY, @OnHand INT, @Left INT;
DECLARE @Lines dbo.OrderLineType;

INSERT INTO Sales.Customers (CustomerID, CompanyName) VALUES (N'ALFKI', N'Alfreds Futterkiste');
INSERT INTO Inventory.Products (ProductName, ProductCode, UnitPrice) VALUES (N'Tea', 'TE001', $10);
SET @Tea = SCOPE_IDENTITY();
INSERT INTO Inventory.Products (ProductName, ProductCode, UnitPrice) VALUES (N'Jam', 'JA001', $4.50);
SET @Jam = SCOPE_IDENTITY();
INSERT INTO Inventory.Stock (WarehouseID, ProductID, OnHand) VALUES (1, @Tea, 20), (1, @Jam, 6);
INSERT INTO @Lines (ProductID, Quantity) VALUES (@Tea, 2), (@Jam, 6);

EXECUTE @Status = Sales.PlaceOrder @CustomerID = N'ALFKI', @EmployeeID = NULL, @Lines = @Lines, @OrderID = @OrderID OUTPUT;

SET @Total = Sales.fnOrderTotal(@OrderID);
SELECT @OnHand = OnHand FROM Inventory.Stock WHERE ProductID = @Tea;
SET @Left = Inventory.fnStockLevel(@Jam);

SELECT m.ProductID, m.Quantity, m.Reason INTO #Moved FROM Inventory.StockMovements AS m WHERE m.OrderID = @OrderID;
SELECT v.ProductID, v.Quantity, v.Reason INTO #Expected FROM (VALUES (@Tea, -2, CAST('sale' AS VARCHAR (10))), (@Jam, -6, 'sale')) AS v (ProductID, Quantity, Reason);

EXECUTE hart_test.assert_equals 0, @Status;
EXECUTE hart_test.assert_equals 47.00, @Total, N'2 * 10.00 + 6 * 4.50';
EXECUTE hart_test.assert_equals 18, @OnHand;
EXECUTE hart_test.assert_equals 0, @Left;
EXECUTE hart_test.assert_tables_equal N'#Expected', N'#Moved';
GO

-- test: what is out of stock is refused
DECLARE @Tea INT, @OrderID INT;
DECLARE @Lines dbo.OrderLineType;

INSERT INTO Sales.Customers (CustomerID, CompanyName) VALUES (N'ALFKI', N'Alfreds Futterkiste');
INSERT INTO Inventory.Products (ProductName, ProductCode, UnitPrice) VALUES (N'Tea', 'TE001', $10);
SET @Tea = SCOPE_IDENTITY();
INSERT INTO @Lines (ProductID, Quantity) VALUES (@Tea, 1);

EXECUTE hart_test.expect_error 50000, N'1 product(s) are out of stock.';
EXECUTE Sales.PlaceOrder @CustomerID = N'ALFKI', @EmployeeID = NULL, @Lines = @Lines, @OrderID = @OrderID OUTPUT;
GO

-- test: shipping fills in the address and leaves a trace
DECLARE @OrderID INT, @List NVARCHAR (50), @Status INT, @City NVARCHAR (15), @Word VARCHAR (10), @By NVARCHAR (128), @Me NVARCHAR (128) = SUSER_SNAME();

INSERT INTO Sales.Customers (CustomerID, CompanyName, City, Country) VALUES (N'ALFKI', N'Alfreds Futterkiste', N'Berlin', N'Germany');
INSERT INTO Sales.Orders (CustomerID) VALUES (N'ALFKI');
SET @OrderID = SCOPE_IDENTITY();
SET @List = N'-1, ' + CAST(@OrderID AS NVARCHAR (10));

EXECUTE @Status = Sales.ShipOrders @OrderIDs = @List, @ShipperID = 1, @Freight = $5;

SELECT @City = ShipCity, @Word = Status FROM Sales.Orders WHERE OrderID = @OrderID;
SELECT @By = ChangedBy FROM dbo.AuditLog WHERE TableName = N'Sales.Orders' AND KeyValue = CAST(@OrderID AS NVARCHAR (100)) AND [Action] = 'U';

EXECUTE hart_test.assert_equals 0, @Status;
EXECUTE hart_test.assert_equals N'Berlin', @City;
EXECUTE hart_test.assert_equals 'shipped', @Word;
EXECUTE hart_test.assert_equals @Me, @By, N'the default of ChangedBy';
GO

-- test: a count of the stock is kept with its difference
DECLARE @Tea INT, @Level BIGINT, @Quantity INT;

INSERT INTO Inventory.Products (ProductName, ProductCode) VALUES (N'Tea', 'TE001');
SET @Tea = SCOPE_IDENTITY();
INSERT INTO Inventory.Stock (WarehouseID, ProductID, OnHand, OnOrder) VALUES (1, @Tea, 20, 10);

EXECUTE Inventory.CountStock @WarehouseID = 1, @ProductCode = 'TE001', @Counted = 17;

SELECT @Quantity = Quantity FROM Inventory.StockMovements WHERE ProductID = @Tea AND Reason = 'count';
SELECT @Level = OnHand + OnOrder FROM Inventory.StockByProduct WHERE ProductID = @Tea;
EXECUTE hart_test.assert_equals -3, @Quantity;
EXECUTE hart_test.assert_equals 27, @Level;
GO

-- test: what falls below the level is ordered in tens
DECLARE @Tea INT, @Count INT, @OnOrder INT;

INSERT INTO Inventory.Products (ProductName, ProductCode, ReorderLevel) VALUES (N'Tea', 'TE001', 25);
SET @Tea = SCOPE_IDENTITY();
INSERT INTO Inventory.Stock (WarehouseID, ProductID, OnHand) VALUES (1, @Tea, 7);

EXECUTE @Count = Inventory.ReorderProducts @WarehouseID = 1, @DryRun = 0;

SELECT @OnOrder = OnOrder FROM Inventory.Stock WHERE ProductID = @Tea;
EXECUTE hart_test.assert_equals 1, @Count;
EXECUTE hart_test.assert_equals 50, @OnOrder, N'2 * 25 - 7 is 43, and 50 in tens';
GO

-- test: the reports run
DECLARE @Tea INT, @Cat INT, @OrderID INT, @Revenue MONEY, @Name NVARCHAR (40);
CREATE TABLE #ByCountry (Country NVARCHAR (15), Orders INT, Revenue MONEY, Salespeople NVARCHAR (MAX));
CREATE TABLE #ByCategory (ProductName NVARCHAR (40), Total DECIMAL (38, 2));
CREATE TABLE #History (ProductName NVARCHAR (40), Total INT);

SELECT @Cat = CategoryID FROM Inventory.Categories WHERE CategoryName = N'Beverages';
INSERT INTO Sales.Customers (CustomerID, CompanyName, Country) VALUES (N'ALFKI', N'Alfreds Futterkiste', N'Germany');
INSERT INTO Sales.Employees (LastName, FirstName) VALUES (N'Davolio', N'Nancy');
INSERT INTO Inventory.Products (ProductName, ProductCode, UnitPrice, CategoryID) VALUES (N'Tea', 'TE001', $10, @Cat);
SET @Tea = SCOPE_IDENTITY();
INSERT INTO Sales.Orders (CustomerID, EmployeeID, OrderDate) SELECT N'ALFKI', MAX(EmployeeID), '2017-05-04' FROM Sales.Employees;
SET @OrderID = SCOPE_IDENTITY();
INSERT INTO Sales.[Order Details] (OrderID, ProductID, UnitPrice, Quantity) VALUES (@OrderID, @Tea, $10, 3);

INSERT INTO #ByCountry EXECUTE Reporting.SalesByCountry '2017-01-01', '2017-12-31';
INSERT INTO #ByCategory EXECUTE Reporting.SalesByCategory N'Beverages', N'2017';
INSERT INTO #History EXECUTE Sales.CustOrderHist N'ALFKI';

SELECT @Name = Salespeople FROM #ByCountry WHERE Country = N'Germany';
EXECUTE hart_test.assert_row_count 2, N'#ByCountry', N'the country and the total';
EXECUTE hart_test.assert_equals N'Nancy Davolio', @Name;
EXECUTE hart_test.assert_row_count 1, N'#ByCategory';
EXECUTE hart_test.assert_row_count 1, N'#History';

SELECT @Revenue = Q2 FROM Reporting.QuarterlyRevenue WHERE OrderYear = 2017;
EXECUTE hart_test.assert_equals 30.00, @Revenue;
SELECT @Revenue = SUM(ExtendedPrice) FROM Reporting.Invoices WHERE OrderID = @OrderID;
EXECUTE hart_test.assert_equals 30.00, @Revenue;
SELECT @Revenue = Revenue FROM Sales.TopCustomers WHERE CustomerID = N'ALFKI';
EXECUTE hart_test.assert_equals 30.00, @Revenue;
SELECT @Revenue = Total FROM Sales.fnCustomerOrders(N'ALFKI', 1);
EXECUTE hart_test.assert_equals 30.00, @Revenue;
SELECT @Name = Relationship FROM Sales.[Customer and Suppliers by City] WHERE CompanyName = N'Alfreds Futterkiste';
EXECUTE hart_test.assert_equals N'Customers', @Name;
EXECUTE Inventory.[Ten Most Expensive Products];
GO
