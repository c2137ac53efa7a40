create table dbo.T (Id int not null, Name nvarchar(20));
go
create table dbo.U (Id int not null, Name nvarchar(20));
go
create procedure dbo.p as select Id, t.Name from dbo.T t join dbo.U u on t.Id = u.Id where Name = 'x' order by Id;
go
create view dbo.v as select Id from dbo.T t cross join dbo.U u;
go
create procedure dbo.p2 as select t.Id from dbo.T t join dbo.U t on t.Id = t.Id;
