create procedure dbo.p as select 1
go
create procedure dbo.P as select 1
