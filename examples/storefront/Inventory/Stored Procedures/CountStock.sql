CREATE PROCEDURE [Inventory].[CountStock]
    @WarehouseID TINYINT,
    @ProductCode VARCHAR (12),
    @Counted     INT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @ProductID INT, @Before INT;

    SELECT @ProductID = ProductID
    FROM Inventory.Products
    WHERE ProductCode = @ProductCode COLLATE Latin1_General_BIN2;

    IF @ProductID IS NULL
        THROW 51000, 'There is no such product.', 1;

    BEGIN TRANSACTION;

    SELECT @Before = OnHand
    FROM Inventory.Stock WITH (UPDLOCK, ROWLOCK)
    WHERE WarehouseID = @WarehouseID
          AND ProductID = @ProductID;

    MERGE Inventory.Stock AS t
    USING (SELECT @WarehouseID AS WarehouseID, @ProductID AS ProductID) AS s
    ON t.WarehouseID = s.WarehouseID AND t.ProductID = s.ProductID
    WHEN MATCHED THEN
        UPDATE SET OnHand = @Counted, LastCount = GETDATE()
    WHEN NOT MATCHED THEN
        INSERT (WarehouseID, ProductID, OnHand, LastCount)
        VALUES (s.WarehouseID, s.ProductID, @Counted, GETDATE());

    IF ISNULL(@Before, 0) <> @Counted
        INSERT INTO Inventory.StockMovements (WarehouseID, ProductID, Quantity, Reason)
        VALUES (@WarehouseID, @ProductID, @Counted - ISNULL(@Before, 0), 'count');

    COMMIT TRANSACTION;

    SELECT p.ProductName, b.OnHand, b.OnOrder, Inventory.fnStockLevel(p.ProductID) AS Level
    FROM Inventory.Products p
         INNER JOIN Inventory.StockByProduct b WITH (NOEXPAND) ON b.ProductID = p.ProductID
    WHERE p.ProductID = @ProductID;
END
