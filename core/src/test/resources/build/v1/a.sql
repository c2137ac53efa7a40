create table dbo.T (Id int not null, Name nvarchar(20))
go
create view dbo.v1 as
select Id + Nope1 as a,
  (Nope2) as b,
  len(Nope3) as c,
  case when Nope4 = 1 then Nope5 else t.Nope6 end as d,
  (select max(x.Nope7) from dbo.T x where x.Id = t.Nope8) as e,
  cast(Nope9 as int) f,
  dbo.nof(Nope10) g,
  isnull(Nope11, t.Nope12) h,
  count(*) over (partition by Nope13) i,
  -Nope14 as j,
  sum(Nope15) k,
  coalesce(Nope16, 'x') l,
  row_number() over (order by Nope17) m,
  convert(varchar(10), Nope18) n,
  Nope19 collate Latin1_General_CI_AS as o,
  iif(Nope20 = 1, 2, 3) p
from dbo.T t
go
create view dbo.v2 as
select Nope1 as a from dbo.T
union all
select Nope2 from dbo.T
go
create view dbo.v3 (x, y) as
select Nope1, t.Nope2 from dbo.T t
go
create view dbo.v4 as
select a = Nope1, d.* , d.Nope2 from (select Id from dbo.T) d
go
create view dbo.v5 as
with c as (select Nope1, Id from dbo.T) select c.Nope1, c.Id, x.Id as Id2, x.Nope3 from c join dbo.T x on x.Id = c.Id
go
create view dbo.v6 as select m.* from dbo.Missing m
go
create view dbo.v7 as select * from dbo.Missing
go
create view dbo.v8 as select m.*, t.Id from dbo.T t join dbo.Missing m on m.Id = t.Id
go
create view dbo.v9 as select z.* from dbo.T t
go
create function dbo.f1(@a int) returns table as return
select Nope1 a, sum(x.Nope2) b from dbo.T x where Nope3 = @b
go
create procedure dbo.p1 as select * from dbo.Missing; select m.* from dbo.Missing m; select z.* from dbo.Missing m
go
create procedure dbo.p2 as select * from dbo.v6; select Foo from dbo.v6; select v.Foo from dbo.v7 v; select v.Foo, Bar from dbo.f1(1) v
go
create view dbo.v10 as select Foo, v.Bar from dbo.v7 v
go
create procedure dbo.p3 @a int as
select t.Id from dbo.T t join dbo.T u on u.Id = t.Id where Id = 1;
select Name, Name from dbo.T;
select a.Id from dbo.T a order by Id, a.Name, Name;
select a.Id from dbo.T a join dbo.T b on a.Id = b.Id order by Id;
select a.Id as Q from dbo.T a join dbo.T b on a.Id = b.Id order by Id;
select a.* from dbo.T a join dbo.T b on a.Id = b.Id order by Id;
select a.Id, b.Id from dbo.T a join dbo.T b on a.Id = b.Id order by Id;
insert into dbo.T (Id, Id) values (1, 2);
insert dbo.T values (1, 2, 3);
select Id from dbo.T t, dbo.T t;
