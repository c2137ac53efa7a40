CREATE PROCEDURE dbo.Reprice @Factor DECIMAL(5, 3), @Since DATETIME2(3)
AS
UPDATE dbo.Item SET Price = Price * @Factor WHERE ChangedAt < @Since;
SELECT i.Id, i.ChangedAt FROM dbo.Item AS i;
