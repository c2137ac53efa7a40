CREATE FUNCTION [Inventory].[fnStockLevel] (@ProductID INT)
RETURNS INT
WITH SCHEMABINDING
AS
BEGIN
    RETURN ISNULL((SELECT SUM([OnHand] + [OnOrder]) FROM [Inventory].[Stock] WHERE [ProductID] = @ProductID), 0);
END
