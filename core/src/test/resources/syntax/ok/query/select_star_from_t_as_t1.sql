SELECT * FROM t AS t1 UNPIVOT (a FOR b IN (c, d)) AS p
