CREATE PROCEDURE [Inventory].[ReorderProducts]
    @WarehouseID TINYINT = 1,
    @DryRun      BIT     = 1
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @ProductID INT, @ProductName NVARCHAR (40), @Level SMALLINT, @OnHand INT, @OnOrder INT, @Order INT, @Count INT;
    SET @Count = 0;

    DECLARE product_cursor CURSOR LOCAL FAST_FORWARD FOR
        SELECT p.ProductID, p.ProductName, p.ReorderLevel, s.OnHand, s.OnOrder
        FROM Inventory.Products p
             INNER JOIN Inventory.Stock s ON s.ProductID = p.ProductID
        WHERE p.Discontinued = 0
              AND s.WarehouseID = @WarehouseID
              AND s.OnHand + s.OnOrder < p.ReorderLevel
        ORDER BY p.ProductName;

    OPEN product_cursor;
    FETCH NEXT FROM product_cursor INTO @ProductID, @ProductName, @Level, @OnHand, @OnOrder;

    WHILE @@FETCH_STATUS = 0
    BEGIN
        SET @Order = CEILING((@Level * 2 - @OnHand - @OnOrder) / 10.0) * 10;

        IF @DryRun = 1
            PRINT @ProductName + N': order ' + CAST(@Order AS NVARCHAR (10));
        ELSE
            UPDATE Inventory.Stock
            SET OnOrder = OnOrder + @Order
            WHERE WarehouseID = @WarehouseID
                  AND ProductID = @ProductID;

        SET @Count = @Count + 1;
        FETCH NEXT FROM product_cursor INTO @ProductID, @ProductName, @Level, @OnHand, @OnOrder;
    END

    CLOSE product_cursor;
    DEALLOCATE product_cursor;

    RETURN @Count;
END
