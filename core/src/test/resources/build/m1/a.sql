create table dbo.T (Id int not null, Name nvarchar(20))
go
create table dbo.A (Id int)
if 1 = 1 print 'x'
go
if 1 = 1 print 'x'
create table dbo.B (Id int)
go
print 'a' print 'b'
go
create view dbo.v as select Id from dbo.T
go
declare @x int = 1
go
create trigger trgnoschema on dbo.T after insert as select 1
go
alter database [$(DatabaseName)] add filegroup fg1
go
alter authorization on schema::dbo to dbo
go
create procedure #tp as select 1
go
create index ix on dbo.T (Id, Id)
go
create unique clustered index ix2 on dbo.v (Id)
go
grant execute to public
go
grant select on dbo.T to [public]
go
grant select on sys.tables to public
go
grant view definition to public
go
exec sp_addextendedproperty 'x', 'y'
go
exec sp_addextendedproperty 'x', 'y', 'SCHEMA', 'dbo', 'VIEW', 'v', 'COLUMN', 'Id'
go
exec sp_addextendedproperty 'x', 'y', 'SCHEMA', 'dbo', 'PROCEDURE', 'nop', 'PARAMETER', '@a'
go
exec dbo.sp_foo
go
;
go
create procedure dbo.p2 @t dbo.tt readonly as select Id from @t
go
create type dbo.tt as table (Id int)
