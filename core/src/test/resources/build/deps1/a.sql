create table dbo.T (Id int not null, Name nvarchar(20), Ext as (Id + 1), constraint ck check (Id > 0 and Name <> 'x' and Id < 100));
go
create table dbo.U (Id int not null, Name nvarchar(20), TId int);
go
create view dbo.v as select t.Id, u.Name, count(*) over (partition by t.Id) c from dbo.T t join dbo.U as u on u.TId = t.Id where t.Name = u.Name;
go
create view dbo.v2 as select * from dbo.T;
go
create function dbo.f(@a int) returns int as begin declare @b int; select @b = Id from dbo.T where Name = 'x'; return @b + @a; end
go
create function dbo.tf(@a int) returns table as return (select x.Id, x.Name from dbo.v as x where x.Id = @a);
go
create procedure dbo.p @q int, @r nvarchar(10) = 'x' as
begin
  declare @t table (k int, n nvarchar(10));
  create table #tmp (z int);
  insert into @t (k, n) select Id, Name from dbo.U;
  insert into #tmp (z) select k from @t;
  select * from #tmp;
  with cte as (select Id, Name from dbo.T) select c.Id, dbo.f(c.Id) from cte c cross apply dbo.tf(c.Id) a where a.Name = @r;
  update u set u.Name = t.Name, TId = @q from dbo.U u join dbo.T t on t.Id = u.TId;
  delete from dbo.U where TId = 1;
  insert into dbo.U (Id, Name) output inserted.Id into @t (k) values (1, 'a');
  merge dbo.U as tgt using dbo.T as src on tgt.Id = src.Id when matched then update set Name = src.Name when not matched then insert (Id, Name) values (src.Id, src.Name) output $action, inserted.Id, deleted.Name;
  exec dbo.p2 @a = 1;
end
go
create procedure dbo.p2 @a int as select object_id('dbo.T'), @a; 
go
create trigger dbo.tr on dbo.T after insert, update as begin if update(Name) insert into dbo.U (Id, Name) select i.Id, d.Name from inserted i left join deleted d on d.Id = i.Id; end
