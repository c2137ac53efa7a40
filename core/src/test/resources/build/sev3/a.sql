create table dbo.T (Id int not null, Name nvarchar(20), X xml, J nvarchar(max));
go
create procedure dbo.p @a int as
begin
  exec sp_executesql N'select 1', N'@p int', @p = 1;
  exec sp_rename 'a', 'b';
  exec xp_cmdshell 'dir';
  exec sp_nope;
  exec dbo.sp_nope2;
  exec other.dbo.proc1 @x = 1;
  exec [srv].other.dbo.proc1 @x = 1;
  exec p @b = 1;
  exec dbo.p @a = 1;
  select name, object_id from sys.tables;
  select t.name from sys.tables t;
  select 1;
  select TABLE_NAME from INFORMATION_SCHEMA.TABLES;
  select a.b from other.dbo.T1 a;
  select c from other..T1;
  select * from master.sys.databases;
  select * from master.dbo.spt_values;
  select tempdb.dbo.x.y from tempdb.dbo.x;
  select foo(1), dbo.foo(1), nos.foo(1), foo.bar();
  select j.[key], j.value, j.nope from openjson(@a) j;
  select j.a, j.c from openjson(@a) with (a int, b int '$.b') j;
  select value, ordinal, zip from string_split('a', ',', 1);
  select s.value, s.zip from string_split('a', ',') s;
  select value from generate_series(1, 10);
  select n.c.value('.', 'int'), n.d.value('.', 'int') from dbo.T cross apply X.nodes('/a') n(c);
  select T.X.value('.', 'int'), X.query('a'), t.Y.query('a') from dbo.T;
  select next value for dbo.sq;
  declare @m dbo.MissingType;
  declare @m2 nos.MissingType, @m3 nothing;
  select cast(Id as dbo.MissingType2), convert(dbo.MissingType3, Id) from dbo.T;
end
go
create procedure dbo.p2 @a dbo.MissingType, @b dbo.MissingTT readonly as select x from @b;
go
create table dbo.U (a dbo.MissingType, b MissingType4 not null, c sysname, d sys.hierarchyid, e geography);
go
create procedure dbo.p as select * from T, noschema; 
