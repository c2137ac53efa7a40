CREATE USER reporter FOR LOGIN reporting;
GO
CREATE VIEW dbo.Copies AS SELECT c.Id FROM Archive.dbo.Copy AS c;
