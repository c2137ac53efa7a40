WITH recent AS (
    SELECT o.id, o.total, row_number() OVER (PARTITION BY o.customer ORDER BY o.placed DESC) AS n
    FROM dbo.Orders AS o
    WHERE o.placed >= dateadd(month, -3, sysutcdatetime())
),
best AS (SELECT * FROM recent WHERE n = 1)
SELECT
    c.id,
    c.name,
    count(*) AS orders,
    sum(b.total) AS total,
    CASE
        WHEN sum(b.total) > 1000 THEN 'gold'
        WHEN sum(b.total) > 100 THEN 'silver'
        ELSE 'none'
    END AS rank
FROM dbo.Customers AS c JOIN best b ON b.id = c.id LEFT JOIN dbo.Regions AS r ON r.id = c.region
WHERE c.active = 1 AND c.name LIKE N'A%' AND r.name IN (N'North', N'South')
GROUP BY c.id, c.name
HAVING count(*) > 3
ORDER BY total DESC, c.name
OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY
OPTION (RECOMPILE);
SELECT 1 UNION ALL SELECT 2;
SELECT - -1, ~a, f(), x.value('(/a)[1]', 'int') FROM t CROSS APPLY t.x.nodes('/a') AS n (x);
