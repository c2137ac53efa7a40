with recent as (select o.id, o.total, row_number() over (partition by o.customer order by o.placed desc) as n from dbo.Orders as o where o.placed >= dateadd(month, -3, sysutcdatetime())), best as (select * from recent where n = 1)
select c.id, c.name, count(*) as orders, sum(b.total) as total, case when sum(b.total) > 1000 then 'gold' when sum(b.total) > 100 then 'silver' else 'none' end as rank
from dbo.Customers as c join best b on b.id = c.id left join dbo.Regions as r on r.id = c.region
where c.active = 1 and c.name like N'A%' and r.name in (N'North', N'South') group by c.id, c.name having count(*) > 3 order by total desc, c.name offset 0 rows fetch next 10 rows only option (recompile);
select 1 union all select 2;
select - -1, ~a, f(), x.value('(/a)[1]', 'int') from t cross apply t.x.nodes('/a') as n(x);
