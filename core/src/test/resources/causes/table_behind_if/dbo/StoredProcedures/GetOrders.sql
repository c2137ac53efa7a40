CREATE PROCEDURE dbo.GetOrders @CustomerId INT
AS
SELECT o.Id, o.Note, c.Name
FROM sales.[Order] AS o
    INNER JOIN dbo.Customer AS c ON c.Id = o.CustomerId
WHERE o.CustomerId = @CustomerId;
GO

-- Orders as they come in.
IF OBJECT_ID(N'sales.Order') IS NULL
BEGIN
    CREATE TABLE sales.[Order]
    (
        Id INT NOT NULL PRIMARY KEY,
        CustomerId INT NOT NULL,
        Note NVARCHAR(200) CONSTRAINT DF_Order_Note DEFAULT (N'first line
        second line') NOT NULL
    );
    CREATE INDEX IX_Order_CustomerId ON sales.[Order] (CustomerId);
END
GO

CREATE PROCEDURE dbo.CountOrders
AS
SELECT COUNT(*) FROM sales.[Order];
