CREATE TABLE dbo.T (A int)
CREATE TABLE dbo.U (A int)
