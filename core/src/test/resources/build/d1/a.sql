create table dbo.T (Id int not null, Name nvarchar(20), X xml, D datetime2, Nid int);
go
create table dbo.U (Id int not null, TId int, Amount money);
go
create type dbo.Money2 from decimal(10,2);
go
create type dbo.Ids as table (Id int not null primary key, V nvarchar(10));
go
create sequence dbo.sq as bigint start with 1;
go
create synonym dbo.syn for dbo.T;
go
create function dbo.f(@a int) returns int as begin return @a end
go
create procedure dbo.p @a int, @b dbo.Money2, @c dbo.Ids readonly, @d int output, @e nvarchar(max) as
begin
  set nocount on;
  declare @x int = 1, @y nvarchar(20), @z dbo.Money2, @w dbo.Ids;
  set @x = @x + @a;
  if @b > 1 and exists (select 1 from dbo.T where Id = @x) print 'x' else return 1;
  select @y = cast(Id as varchar(10)), @z = convert(decimal(10,2), Id), @x = try_cast(Name as bigint), @x = try_convert(date, Name) from dbo.T;
  select c.Id, c.V, i.Id from @c c join @w i on i.Id = c.Id;
  select next value for dbo.sq, dbo.f(@a), dbo.f(x.Id) from dbo.syn x where x.Name = 'a';
  select * from dbo.T t;
  select t.*, u.Amount from dbo.T t left join dbo.U u on u.TId = t.Id group by t.Id having count(*) > 1 order by u.Amount;
  begin try insert into dbo.U (Id) select Id from @c; end try begin catch throw; end catch
  while @x < 10 begin set @x += 1; if @x = 5 break; end
  exec sp_executesql @e, N'@p int', @p = @a;
  exec @d = dbo.p3 @a, @k = @x output;
  select j.a, j.b from openjson(@e) with (a int '$.a', b dbo.Money2) j;
  select value from string_split(@e, ',');
  select o.value, o.[key] from openjson(@e) o;
  select n.c.value('.', 'int') from dbo.T cross apply X.nodes('/a') n(c);
  select d.Id, d.q from (select Id, Name as q from dbo.T) as d where d.q = 'x';
  select json_value(Name, '$.a'), isnull(Name, 'x'), dateadd(day, 1, D), datediff(hour, D, getdate()) from dbo.T;
  select case when Id = 1 then Name else 'x' end, coalesce(Name, 'a'), iif(Id = 1, 2, 3), nullif(Id, 1) from dbo.T;
  select (select max(Amount) from dbo.U u where u.TId = t.Id) from dbo.T as t where t.Id in (select TId from dbo.U) and not exists (select 1 from dbo.U z where z.Id = t.Id);
  select row_number() over (partition by Name order by Id desc) from dbo.T;
  truncate table dbo.U;
  select Id, Name into #into from dbo.T;
  select Id, Name from #into;
  insert into #into (Id) values (1);
  select i.Name from #into i;
  declare cur cursor local for select Id from dbo.T;
  open cur; fetch next from cur into @x; close cur; deallocate cur;
  select v.a from (values (1, 2), (3, @a)) v(a, b);
  select Id from dbo.T union all select TId from dbo.U order by Id;
  select object_name(object_id), name from sys.tables t where t.name = 'a';
  update dbo.T set Name = @y, D = D where Id = @a;
  update t set t.Name = 'x' output inserted.Id, deleted.Name into #into (Id, Name) from dbo.T t;
  delete t from dbo.T t join dbo.U u on u.TId = t.Id;
  with a as (select Id from dbo.T), b (q) as (select a.Id from a) select b.q, a.Id from a join b on a.Id = b.q;
  with r as (select Id, Nid, 1 as lvl from dbo.T where Nid is null union all select t.Id, t.Nid, r.lvl + 1 from dbo.T t join r on r.Id = t.Nid) select Id, lvl from r;
  select p.[1], p.[2] from (select Id, TId, Amount from dbo.U) s pivot (sum(Amount) for TId in ([1],[2])) p;
  select string_agg(Name, ',') within group (order by Id) from dbo.T;
  select Id from dbo.T order by Id offset @a rows fetch next 10 rows only;
  select top (@a) Id from dbo.T for json path;
  waitfor delay '00:00:01';
  raiserror('x %d', 16, 1, @a);
  select dbo.T.Id, T.Name from dbo.T;
  if @@rowcount = 0 select @d = scope_identity();
  grant select on dbo.T to public;
end
go
create procedure dbo.p3 @a int, @k int output as select 1;
