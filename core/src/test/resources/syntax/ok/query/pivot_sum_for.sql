SELECT * FROM t PIVOT (SUM(a) FOR b IN ([1], [2])) AS p
