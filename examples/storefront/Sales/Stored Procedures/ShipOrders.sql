CREATE PROCEDURE [Sales].[ShipOrders]
    @OrderIDs  NVARCHAR (MAX),
    @ShipperID INT,
    @Freight   MONEY = $0
AS
SET NOCOUNT ON
DECLARE @Rows INT, @Err INT

BEGIN TRAN

UPDATE o
SET    ShippedDate = GETDATE(),
       ShipVia     = @ShipperID,
       Freight     = ISNULL(o.Freight, 0) + @Freight,
       ShipCity    = COALESCE(o.ShipCity, c.City),
       ShipCountry = COALESCE(o.ShipCountry, c.Country)
FROM   Sales.Orders o
       INNER JOIN Sales.Customers c ON c.CustomerID = o.CustomerID
       INNER JOIN dbo.fnSplit(@OrderIDs, DEFAULT) i ON CAST(i.[Value] AS INT) = o.OrderID
WHERE  o.ShippedDate IS NULL

SELECT @Err = @@ERROR, @Rows = @@ROWCOUNT

IF @Err <> 0
BEGIN
    ROLLBACK TRAN
    RETURN @Err
END

IF @Rows = 0
    GOTO NothingToDo

COMMIT TRAN
SELECT @Rows AS ShippedOrders
RETURN 0

NothingToDo:
ROLLBACK TRAN
PRINT 'None of the orders was open.'
RETURN -1
