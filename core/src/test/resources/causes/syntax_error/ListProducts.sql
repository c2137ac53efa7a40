CREATE PROCEDURE dbo.ListProducts AS SELECT p.Id, p.Name FROM dbo.Product AS p;
