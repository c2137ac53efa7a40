CREATE TABLE dbo.T (a int b int);
