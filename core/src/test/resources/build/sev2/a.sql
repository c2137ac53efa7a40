create table dbo.T (Id int not null, Name nvarchar(20));
go
create procedure dbo.p @a int as
begin
  select * from #nope;
  select c1 from #nope;
  select Id into #x from dbo.T;
  select Id, q from #x;
  create table #y (a int);
  select a, b from #y;
  select y.a, y.b from #y y;
  insert into #y (a, c) values (1, 2);
  declare @t table (k int);
  select k, l from @t;
  select t.k, t.l from @t t;
  insert @t (l) values (1);
  with c as (select Id from dbo.T) select Id, Name from c;
  with c (z) as (select Id from dbo.T) select Id, c.z, c.y, d.z from c as c;
  select d.Id, d.Name, Foo from (select Id from dbo.T) d;
  select @undeclared;
  set @undeclared2 = 1;
  select @a = @undeclared3;
  insert into @undeclaredt values (1);
  select x.c from @undeclaredt2 x;
end
