create table dbo.T (Id int not null constraint c1 check (Id > 0), Name nvarchar(20));
go
create table dbo.T (Id int not null, Name nvarchar(20), Third int);
go
create procedure dbo.p as select Id, t.Name, t.Third, t.Fourth from dbo.T t;
go
create view dbo.v as select Id, Third from dbo.T;
go
create view dbo.w as select 1 as a;
go
create procedure dbo.w as select 1;
go
create type dbo.ty from int;
go
create table dbo.ty (a int);
go
create index ix on dbo.T (Name);
go
create index ix on dbo.T (Id);
go
create schema s1;
go
create schema s1;
go
create user u1 without login;
go
create role u1;
go
alter table dbo.T add constraint c1 check (Id > 1);
go
create procedure dbo.pp @a int, @a int as select @a;
go
create procedure dbo.pq as declare @x int; declare @x int; create table #t (a int, a int); create table #t (b int); declare @q table (a int);declare @q table (b int);
