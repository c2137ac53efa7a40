create table dbo.T (Id int not null, Name nvarchar(20));
go
create table dbo.U (Id int not null, TId int, Amount money);
go
create procedure dbo.p @a int as
begin
  select Id as X, Name from dbo.T where X = 1 order by X;
  select Id as X from dbo.T group by X;
  select Id as X from dbo.T order by T.X, Y;
  select (select max(Amount) from dbo.U where U.TId = T.Id and U.Zip = T.Zap and Name = 'x') q from dbo.T;
  select t.Id from dbo.T t where exists (select 1 from dbo.U where TId = t.Id and tt.Id = 1 and Foo = 2);
  select t.Id, x.Amount, x.Nope from dbo.T t outer apply (select top 1 Amount from dbo.U u where u.TId = t.Id and u.B = t.B) x;
  update x set x.Name = 'a' from dbo.T x;
  update y set Name = 'a' from dbo.T x;
  delete z from dbo.T x;
  with c as (select Id, Name from dbo.T) update c set Name = 'x', Foo = 1;
  with c as (select Id, Name from dbo.T) delete from c where Foo = 1;
  with r as (select Id, 1 lvl from dbo.T union all select u.Id, r.lvl + 1 from dbo.U u join r on r.Id = u.TId and r.Foo = 1) select Id, lvl, bar from r;
  select p.[1], p.[2], p.Foo from (select Id, TId, Amount from dbo.U) s pivot (sum(Amount) for TId in ([1],[2])) p;
  select v.a, v.c from (values (1, 2)) v(a, b);
  select Id from dbo.T union select TId from dbo.U order by Id;
  select Id from dbo.T union select TId from dbo.U order by TId;
  insert into dbo.T (Id, Name) output inserted.Id, inserted.Foo, deleted.Id values (1, 'x');
  update dbo.T set Name = 'x' output deleted.Name, inserted.Foo;
  merge dbo.T t using dbo.U s on t.Id = s.Foo when matched and t.Foo = 1 then delete when not matched by source then delete output $action, inserted.Foo, s.Foo2;
  declare cu cursor for select Id, Foo from dbo.T;
  open cu; fetch next from cu into @a; close cu; deallocate cu;
  update dbo.T set Name = 'x' where current of cu;
  select t.* from dbo.T x;
  select dbo.T.Id, T.Id from dbo.T;
  select dbo.T.Id from dbo.T x;
  truncate table dbo.Missing9;
  select datediff(dayy, 1, 2), dateadd(year, 1, getdate());
  select $action, $identity, $rowguid from dbo.T;
  select sum(Amount) over w, row_number() over (order by Foo) from dbo.U window w as (partition by Bar);
end
