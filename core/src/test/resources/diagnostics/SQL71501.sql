CREATE VIEW dbo.V AS SELECT m.a FROM dbo.Missing m
