create table dbo.T (Id int not null, A int, B int)
create index ix on dbo.T (A)
go
create table dbo.T2 (Id int) create table dbo.T3 (Id int)
grant select on dbo.T to public
go
create view dbo.v as select 1 as a
go
create procedure dbo.p as select 1
select 2
go
create function dbo.f() returns int as begin return 1 end
select 3
go
create table dbo.T4 (Id int)
go
create procedure dbo.p2 as select 1
