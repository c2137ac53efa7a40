CREATE PROCEDURE dbo.ListCarriers @Name NVARCHAR(80) AS
SELECT c.CarrierId, c.Phone FROM dbo.Carrier AS c WHERE c.Name LIKE @Name;
INSERT INTO dbo.Carrier (CarrierId, Rating) SELECT s.CarrierId, CAST(1 AS TINYINT) FROM dbo.Shipment AS s;
