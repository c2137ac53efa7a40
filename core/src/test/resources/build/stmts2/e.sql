create view dbo.v6 as select Id from dbo.T
order by Id
