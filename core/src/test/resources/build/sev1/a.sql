create table dbo.T (Id int not null, Name nvarchar(20));
go
create procedure dbo.p as select y, T.z, m.q, Id, w.v from dbo.T join dbo.Missing m on m.x = T.Id where zz = 1;
go
create function dbo.f() returns int as begin declare @a int; select @a = q from dbo.Missing; select @a = q from dbo.T; return (select b.q from dbo.T b) + z.y; end
go
create function dbo.tf() returns table as return select q, Id from dbo.Missing;
go
create function dbo.tf2() returns table as return select q, Id from dbo.T where u.x = 1;
go
create function dbo.mf() returns @r table (a int) as begin insert into @r (a, b) select q from dbo.Missing; insert into @r select w from dbo.T; return; end
go
create trigger dbo.tr on dbo.T after insert as begin select q, i.z, i.Id from inserted i; select a from dbo.Missing; end
go
create view dbo.v with schemabinding as select a.Id, a.q from dbo.Missing a;
