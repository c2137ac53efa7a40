CREATE TABLE dbo.Warehouse (Id INT NOT NULL, Location NVARCHAR(50) NULL);
GO
CREATE VIEW dbo.Places AS SELECT w.Id, w.Locaton FROM dbo.Warehouse AS w;
GO
CREATE PROCEDURE dbo.ListPlaces AS
SELECT Warehose.Id FROM dbo.Warehose WHERE Warehose.Location IS NOT NULL;
GO
CREATE ROLE reader;
GO
GRANT SELECT ON dbo.Warehouse TO [raeder];
GO
CREATE PROCEDURE dbo.Run AS EXEC dbo.ListPlace;
