create procedure dbo.p as select 1
go
IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = 'q')
BEGIN
create table dbo.q (id int);
END
go
print 'x'
go
insert into dbo.q values (1);
go
create table dbo.a1 (id int);
create table dbo.a2 (id int);
go
create procedure dbo.p2 as select 1
go
declare @x int;
go
use master;
go
set nocount on;
go
exec sp_addextendedproperty 'a', 'b', 'SCHEMA', 'dbo', 'TABLE', 'a1';
go
exec dbo.p;
go
drop table dbo.zz;
