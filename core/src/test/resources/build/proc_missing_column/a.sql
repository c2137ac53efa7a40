create table dbo.T (Id int not null, Name nvarchar(20));
go
create procedure dbo.p as
begin
  select x.a, b, dbo.T.c, T.d, Name from dbo.T x where x.c = 1;
  select a from dbo.T;
  insert into dbo.T (Id, q) values (1, 2);
  update dbo.T set zz = 1 where yy = 2;
  delete t from dbo.T t where t.ww = 1;
  select y.a from dbo.T x;
  select Id from dbo.T order by qq;
  merge dbo.T as t using (select 1 as Id) s on s.Id = t.Idd when matched then update set Nam = 1 when not matched then insert (Id, Nx) values (s.Id, s.foo);
end
