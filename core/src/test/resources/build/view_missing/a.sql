create table dbo.T (Id int not null, Name nvarchar(20));
go
create view dbo.v as select t.Id, t.Foo, Bar from dbo.T t;
go
create view dbo.v2 as select m.Id from dbo.Missing m;
go
create view dbo.v3 as select t.Id from dbo.T t join dbo.Missing m on m.Id = t.Id where m.x = 1 and y = 2;
