CREATE TABLE dbo.A(i int)
