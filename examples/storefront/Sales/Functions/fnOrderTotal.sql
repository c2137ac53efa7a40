CREATE FUNCTION [Sales].[fnOrderTotal] (@OrderID INT)
RETURNS MONEY
AS
BEGIN
    DECLARE @Total MONEY;

    SELECT @Total = SUM(CONVERT(MONEY, (od.UnitPrice * od.Quantity * (1 - od.Discount) / 100)) * 100)
    FROM Sales.[Order Details] od
    WHERE od.OrderID = @OrderID;

    RETURN ISNULL(@Total, $0);
END
