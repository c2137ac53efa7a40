create procedure dbo.mp as
select 1 as a into #t; select 2 as a into #t;
create table #u (a int); select 1 as a into #u;
if 1 = 1 create table #v (a int) else create table #v (b int)
begin try declare @x int; end try begin catch declare @x int; end catch
declare @t table (a int, a int)
