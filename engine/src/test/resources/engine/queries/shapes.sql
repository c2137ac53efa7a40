CREATE TABLE dbo.Sale (Id int IDENTITY PRIMARY KEY, Region varchar(10) NOT NULL, Quarter char(2) NOT NULL, Amount decimal(9, 2) NULL);
INSERT dbo.Sale (Region, Quarter, Amount) VALUES ('East', 'Q1', 10), ('East', 'Q2', 20), ('East', 'Q2', 5), ('West', 'Q1', 7), ('West', 'Q3', NULL), ('North', 'Q1', 1);
GO
SELECT Region, [Q1], [Q2], [Q3] FROM (SELECT Region, Quarter, Amount FROM dbo.Sale) AS s PIVOT (SUM(Amount) FOR Quarter IN ([Q1], [Q2], [Q3])) AS p ORDER BY Region;
SELECT Region, Quarter, Amount FROM (SELECT Region, [Q1], [Q2] FROM (SELECT Region, Quarter, Amount FROM dbo.Sale) AS s PIVOT (SUM(Amount) FOR Quarter IN ([Q1], [Q2])) AS p) AS t UNPIVOT (Amount FOR Quarter IN ([Q1], [Q2])) AS u ORDER BY Region, Quarter;
GO
SELECT Id, ROW_NUMBER() OVER (PARTITION BY Region ORDER BY Id) AS rn, RANK() OVER (ORDER BY Quarter) AS rk, DENSE_RANK() OVER (ORDER BY Quarter) AS dr, NTILE(2) OVER (ORDER BY Id) AS nt,
  SUM(Amount) OVER (PARTITION BY Region ORDER BY Id ROWS UNBOUNDED PRECEDING) AS running, LAG(Amount, 1, 0) OVER (ORDER BY Id) AS lagged, LEAD(Region) OVER (ORDER BY Id) AS led,
  FIRST_VALUE(Amount) OVER (PARTITION BY Region ORDER BY Id) AS fv, LAST_VALUE(Amount) OVER (PARTITION BY Region ORDER BY Id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS lv
FROM dbo.Sale ORDER BY Id;
GO
SELECT Region, Quarter, SUM(Amount) AS total, GROUPING(Region) AS gr, GROUPING_ID(Region, Quarter) AS gi FROM dbo.Sale GROUP BY ROLLUP (Region, Quarter) ORDER BY gr, Region, gi, Quarter;
SELECT Region, COUNT(*) AS n, COUNT(Amount) AS c, AVG(Amount) AS a, MIN(Amount) AS lo, MAX(Amount) AS hi FROM dbo.Sale GROUP BY Region HAVING COUNT(*) > 1 ORDER BY Region;
SELECT TOP (2) WITH TIES Quarter FROM dbo.Sale ORDER BY Quarter;
SELECT Id FROM dbo.Sale ORDER BY Id OFFSET 2 ROWS FETCH NEXT 2 ROWS ONLY;
GO
SELECT Region AS '@name', (SELECT Quarter AS '@q', Amount AS 'text()' FROM dbo.Sale AS i WHERE i.Region = o.Region ORDER BY Id FOR XML PATH('sale'), TYPE) FROM dbo.Sale AS o GROUP BY Region ORDER BY Region FOR XML PATH('region'), ROOT('regions');
SELECT STUFF((SELECT ',' + Quarter FROM dbo.Sale WHERE Region = 'East' ORDER BY Id FOR XML PATH('')), 1, 1, '') AS list;
SELECT Id, Region FROM dbo.Sale WHERE Id < 3 FOR XML RAW;
GO
SELECT Region, STRING_AGG(Quarter, ';') WITHIN GROUP (ORDER BY Id DESC) AS q FROM dbo.Sale GROUP BY Region ORDER BY Region;
SELECT s.Id, v.X FROM dbo.Sale AS s CROSS APPLY (VALUES (s.Id * 10), (s.Id * 100)) AS v (X) WHERE s.Id < 3 ORDER BY v.X;
SELECT s.Region, t.Id FROM (SELECT DISTINCT Region FROM dbo.Sale) AS s OUTER APPLY (SELECT TOP (1) Id FROM dbo.Sale AS i WHERE i.Region = s.Region AND i.Amount > 6 ORDER BY Id) AS t ORDER BY s.Region;
SELECT Region FROM dbo.Sale EXCEPT SELECT 'West' ORDER BY Region;
SELECT Region FROM dbo.Sale WHERE Quarter = 'Q1' INTERSECT SELECT Region FROM dbo.Sale WHERE Quarter = 'Q2';
SELECT Id FROM dbo.Sale WHERE Amount > ALL (SELECT Amount FROM dbo.Sale WHERE Region = 'North') ORDER BY Id;
SELECT Id FROM dbo.Sale WHERE Region LIKE '[EN]%' AND Region NOT LIKE '_as%' ORDER BY Id;
GO
DECLARE c CURSOR LOCAL SCROLL STATIC FOR SELECT Id FROM dbo.Sale ORDER BY Id;
DECLARE @id int, @list varchar(100) = '';
OPEN c; FETCH LAST FROM c INTO @id; SET @list += CONCAT(@id, ' ');
FETCH PRIOR FROM c INTO @id; SET @list += CONCAT(@id, ' ');
FETCH ABSOLUTE 2 FROM c INTO @id; SET @list += CONCAT(@id, ' ');
FETCH RELATIVE -1 FROM c INTO @id; SET @list += CONCAT(@id, ' ');
FETCH PRIOR FROM c INTO @id; SET @list += CONCAT('status ', @@FETCH_STATUS);
CLOSE c; DEALLOCATE c; SELECT @list AS list;
