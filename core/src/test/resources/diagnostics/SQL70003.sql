CREATE TABLE other.dbo.T (Id int)
