CREATE TABLE dbo.T (Id INT NOT NULL CONSTRAINT PK_T PRIMARY KEY, A NVARCHAR(50) NULL, B INT NOT NULL)
GO
EXEC sp_addextendedproperty 'MS_Description',N'a', 'SCHEMA','dbo','TABLE','T'
GO
EXEC sp_addextendedproperty 'X','1'
