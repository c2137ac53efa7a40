create table dbo.T (Id int not null, Name nvarchar(20))
go
create table dbo.U (Id int not null, Amount int)
go
create procedure dbo.p as
begin
  with c as (select Id from dbo.T) select Foo, c.Bar, t.Baz from c join dbo.T t on t.Id = c.Id;
  select d.Foo, Bar from (select Id from dbo.T) d join dbo.T t on t.Id = d.Id;
  select t.Foo, u.Bar from dbo.T t join dbo.U u on u.Id = t.Id where exists (select 1 from dbo.U x where x.Id = t.Zip and t.Id = x.Zap and Zop = 1);
  select Id, x.Val from dbo.T cross apply (values (Id), (Nope)) x(Val) order by Val, x.Nope2;
  select a.Id, b.Cnt from dbo.T a cross apply (select count(*) as Cnt from dbo.U where Id = a.Nop) b where b.Nop = 1;
  select t.Id from dbo.T t left join (select Id, max(Amount) m from dbo.U group by Id) q on q.Id = t.Id and q.zz = 1 where q.m > 1;
  insert into dbo.U (Id, Nope) select Id, Nope from dbo.T;
  update t set Nope = u.Nope, t.Name = Nope2 from dbo.T t join dbo.U u on u.Id = t.Id;
  delete from dbo.T where Id in (select Nope from dbo.U) and Id in (select Name from dbo.U);
  select T.Id, U.Foo from dbo.T, dbo.U;
  select Id from dbo.T group by Nope having max(Nope3) > 1;
  select [T].[Id], [dbo].[T].[Nope] from [dbo].[T];
  declare @x table (Id int);
  select x.Nope, t.Id from @x x join dbo.T t on t.Nope = x.Id;
  update @x set Nope = 1 where Nope2 = 2;
  create table #t (Id int);
  select t.Nope, #t.Nope, Nope3, u.Nope4 from #t t join dbo.U u on u.Id = t.Id;
  update #t set Nope = 1;
  insert into @x (Nope) select Nope4 from #t;
  select o.a, o.b, t.x from dbo.T t cross apply openjson(t.Name) with (a int) o;
  select s.value, s.foo, value, foo from dbo.T t cross apply string_split(t.Name, ',') s;
  select f.Id, f.Nope from dbo.itf(1) f;
  select m.a, m.Nope from dbo.mf() m join dbo.T t on t.Id = m.a;
  select v.Nope from dbo.v v;
  exec dbo.p2 @nope = 1, @a = 1;
  exec dbo.p2 1, 2, 3;
  select dbo.sf(1, 2, 3), dbo.sf();
  if exists (select Nope from dbo.T) select 1;
  select top (1) @@rowcount, Id from dbo.T order by Nope, Id;
  select Id as A, Id + 1 as B from dbo.T order by A + B;
  return (select Nope from dbo.T);
end
go
create function dbo.itf(@a int) returns table as return select Id, @a as k, @nope as z from dbo.T
go
create function dbo.mf() returns @r table (a int) as begin insert @r select 1; return end
go
create function dbo.sf(@a int) returns int as begin return @a end
go
create view dbo.v as select t.Id, u.Nope from dbo.T t join dbo.U u on u.Id = t.Id
go
create procedure dbo.p2 @a int as select @b
go
create view dbo.vcte as with c as (select Id from dbo.T) select Foo, c.Bar, c.Id from c
go
create view dbo.vd as select d.Foo from (select Id from dbo.T) d
go
create view dbo.vq as select z.Id from dbo.T t
