SELECT 1 AS a
FROM dbo.T AS t wher x = 1;
