CREATE VIEW dbo.V AS SELECT m.* FROM dbo.Missing m
