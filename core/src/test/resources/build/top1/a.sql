create table dbo.T (Id int not null, A int, B int);
go
alter table dbo.T add constraint ck1 check (A > 0), constraint ck2 check (B > 0);
go
alter table dbo.T add C int;
go
alter table dbo.T alter column A bigint;
go
alter table dbo.T drop column B;
go
alter table dbo.T check constraint ck1;
go
alter table dbo.T nocheck constraint ck2;
go
alter table dbo.T with nocheck add constraint ck3 check (A > 5);
go
alter table dbo.T set (lock_escalation = disable);
go
alter table dbo.T add constraint df default 1 for A;
go
alter table dbo.T add default 2 for B;
go
alter table dbo.T disable trigger all;
go
alter index ix on dbo.T rebuild;
go
create index ix on dbo.T(A);
go
update statistics dbo.T;
go
create statistics st on dbo.T(A);
go
alter procedure dbo.p as select 1;
go
create or alter procedure dbo.p as select 1;
go
select 1;
go
exec sp_addextendedproperty @name = N'd', @value = N'v', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'T', @level2type = N'COLUMN', @level2name = N'Nope';
go
exec sys.sp_addextendedproperty @name = N'd', @value = N'v', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'Tx';
go
exec sp_addrolemember 'r1', 'u1';
go
exec sp_rename 'a', 'b';
go
create role r1;
go
create user u1 without login;
go
alter role r1 add member u1;
go
alter role r1 add member u2;
go
alter role r3 add member u1;
go
alter role db_datareader add member u1;
go
grant select, insert on dbo.T to u1, u3;
go
grant execute on dbo.pnope to u1;
go
grant connect to u1;
go
grant select on schema::dbo to u1;
go
grant update (A, Zap) on dbo.T to u1;
go
deny select on dbo.T to r1;
go
revoke select on dbo.T from r1;
go
create login l1 with password = 'x';
go
create user u5 for login l9;
go
create user u6;
go
create schema s2 authorization u9;
go
create user u7 without login with default_schema = s9;
go
use master;
go
set ansi_nulls on;
go
set ansi_nulls off
go
create procedure dbo.q1 as select 1;
go
if 1 = 1 print 'x';
go
begin tran;
go
declare @x int = 1;
set @x = 2;
go
create table #tmp (a int);
go
drop procedure if exists dbo.q1;
go
print 'x'
go
alter database current set recovery simple;
go
create database foo;
go
waitfor delay '0:0:1';
go
merge dbo.T t using dbo.T s on t.Id = s.Id when matched then delete;
go
truncate table dbo.T;
go
enable trigger all on dbo.T;
go
disable trigger tx on dbo.T;
