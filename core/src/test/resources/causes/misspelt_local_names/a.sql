CREATE TABLE dbo.T (Id INT NOT NULL, Amount INT NULL);
GO
CREATE PROCEDURE dbo.Total @Minimum INT AS
DECLARE @Total INT;
SELECT @Totl = SUM(t.Amount) FROM dbo.T AS t WHERE t.Amount > @Minimun;
RETURN @Total;
GO
CREATE VIEW dbo.Large AS
SELECT large.Id FROM dbo.T AS large INNER JOIN dbo.T AS other ON othr.Id = large.Id;
