create procedure dbo.np @a int as
insert into #fromcaller (a) values (1)
select a from #fromcaller f where f.b = 1
exec ('select 1')
update f set a = 1 from #fromcaller f
create table #w (a int)
alter table #w add b int
insert #w (a, b, c) values (1, 2, 3)
drop table #w
