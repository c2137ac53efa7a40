CREATE TABLE dbo.Other(i int)
