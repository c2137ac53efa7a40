create view dbo.v9 as select Id as a, A as a from dbo.T
