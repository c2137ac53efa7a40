CREATE PROCEDURE [Sales].[PlaceOrder]
    @CustomerID   NCHAR (5),
    @EmployeeID   INT,
    @Lines        [dbo].[OrderLineType] READONLY,
    @RequiredDate DATETIME = NULL,
    @OrderID      INT OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Open MONEY, @Limit MONEY, @Missing INT, @Warehouse TINYINT, @TranCount INT;

    SELECT @Limit = CreditLimit
    FROM Sales.Customers WITH (NOLOCK)
    WHERE CustomerID = @CustomerID;

    IF @@ROWCOUNT = 0
    BEGIN
        RAISERROR (N'There is no customer %s.', 16, 1, @CustomerID);
        RETURN 1;
    END

    SELECT TOP 1 @Warehouse = WarehouseID
    FROM Inventory.Warehouses
    ORDER BY IsDefault DESC, WarehouseID;

    SELECT @Missing = COUNT(*)
    FROM @Lines l
         LEFT JOIN Inventory.Stock s ON s.ProductID = l.ProductID AND s.WarehouseID = @Warehouse
    WHERE ISNULL(s.OnHand, 0) < l.Quantity;

    IF @Missing > 0
    BEGIN
        RAISERROR (N'%d product(s) are out of stock.', 16, 2, @Missing);
        RETURN 2;
    END

    SELECT @Open = ISNULL(SUM(s.Subtotal), 0)
    FROM Sales.Orders o
         INNER JOIN Sales.[Order Subtotals] s ON s.OrderID = o.OrderID
    WHERE o.CustomerID = @CustomerID
          AND o.ShippedDate IS NULL;

    SELECT @Open = @Open + SUM(p.UnitPrice * l.Quantity * (1 - l.Discount))
    FROM @Lines l
         INNER JOIN Inventory.Products p ON p.ProductID = l.ProductID;

    IF @Limit > 0 AND @Open > @Limit
    BEGIN
        DECLARE @OpenText VARCHAR (20) = CONVERT(VARCHAR (20), @Open, 1);
        RAISERROR ('The open orders of %s come to %s, which is above the limit.', 16, 3, @CustomerID, @OpenText);
        RETURN 3;
    END

    SET @TranCount = @@TRANCOUNT;

    BEGIN TRY
        IF @TranCount = 0
            BEGIN TRANSACTION;
        ELSE
            SAVE TRANSACTION PlaceOrder;

        INSERT INTO Sales.Orders (CustomerID, EmployeeID, RequiredDate)
        VALUES (@CustomerID, @EmployeeID, ISNULL(@RequiredDate, DATEADD(dd, 14, GETDATE())));

        SET @OrderID = SCOPE_IDENTITY();

        INSERT INTO Sales.[Order Details] (OrderID, ProductID, UnitPrice, Quantity, Discount)
        SELECT @OrderID, l.ProductID, MAX(p.UnitPrice), SUM(l.Quantity), MAX(l.Discount)
        FROM @Lines l
             INNER JOIN Inventory.Products p ON p.ProductID = l.ProductID
        GROUP BY l.ProductID;

        UPDATE s
        SET OnHand = s.OnHand - d.Quantity
        OUTPUT inserted.WarehouseID, inserted.ProductID, inserted.OnHand - deleted.OnHand, 'sale', @OrderID
        INTO Inventory.StockMovements (WarehouseID, ProductID, Quantity, Reason, OrderID)
        FROM Inventory.Stock s
             INNER JOIN Sales.[Order Details] d ON d.ProductID = s.ProductID
        WHERE d.OrderID = @OrderID
              AND s.WarehouseID = @Warehouse;

        IF @TranCount = 0
            COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        DECLARE @Message NVARCHAR (2048), @Severity INT, @State INT;
        SELECT @Message = ERROR_MESSAGE(), @Severity = ERROR_SEVERITY(), @State = ERROR_STATE();

        IF XACT_STATE() = -1 OR (@TranCount = 0 AND @@TRANCOUNT > 0)
            ROLLBACK TRANSACTION;
        ELSE IF XACT_STATE() = 1 AND @TranCount > 0
            ROLLBACK TRANSACTION PlaceOrder;

        EXECUTE dbo.uspLogError;
        RAISERROR (@Message, @Severity, @State);
        RETURN 4;
    END CATCH

    RETURN 0;
END
