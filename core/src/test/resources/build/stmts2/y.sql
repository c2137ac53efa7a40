create synonym dbo.y1 for dbo.T
go
create synonym dbo.y2 for otherdb.dbo.T
go
create synonym dbo.y3 for dbo.nope
go
create procedure dbo.yp as select Id, Nope from dbo.y1; select a from dbo.y2; select a from dbo.y3;
