DROP TABLE IF EXISTS dbo.a, dbo.b
