CREATE TABLE dbo.T (A int)
GO
CREATE TABLE dbo.T (A int)
