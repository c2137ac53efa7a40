create table dbo.T (Id int not null, Name nvarchar(20), A as (Id * 2 + len(Name) + convert(int, Id)), B as dbo.f(Id) , C datetime default (dbo.f(1)), E int constraint dd default (next value for dbo.sq), constraint ck1 check (dbo.f(Id) > 0 or Name in ('a', 'b') and cast(Id as bigint) > 1));
go
create function dbo.f(@a int) returns int as begin return @a end
go
create sequence dbo.sq as bigint start with 1;
go
create view dbo.v (a, b, c) as select t.Id, t.Id + u.Id + dbo.f(u.Id), cast(t.Name as varchar(10)) from dbo.T t, dbo.T u where u.Id = (select max(x.Id) from dbo.T x);
go
create view dbo.v2 as select distinct v.a, v.b bb, cc = v.c, 1 as one from dbo.v;
go
create view dbo.v3 as select Id from dbo.T union all select a from dbo.v;
go
create view dbo.v4 as with c as (select Id, Name from dbo.T) select c.Id, c.Name from c;
go
create view dbo.v5 as select * from dbo.T cross join dbo.v;
go
create view dbo.v6 as select x.*, x.Id as Id2 from (select Id, Name n from dbo.T) x;
go
create view dbo.v7 as select count(*) as cnt, max(Id) m, Name from dbo.T group by Name having max(A) > 1;
go
create function dbo.mf(@a int, @b int) returns @r table (a int primary key, b nvarchar(10)) as begin insert into @r (a) select Id from dbo.T where Id = @a; insert @r select * from @r r where r.a = @b; return; end
go
create function dbo.itf(@a int) returns table as return with c as (select Id from dbo.T) select c.Id, @a as k, m.b from c cross apply dbo.mf(@a, c.Id) m;
go
create index ix on dbo.T (Id) where Name is not null;
go
create trigger dbo.tr on dbo.T after insert, update, delete as begin declare @n int = (select count(*) from inserted); insert into dbo.v (a) select Id from inserted; update t set t.Name = i.Name from dbo.T t join inserted i on i.Id = t.Id; select * from deleted; end
