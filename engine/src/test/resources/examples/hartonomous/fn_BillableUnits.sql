SELECT v.Tokens,
       dbo.fn_BillableUnits(v.Tokens) AS Units
FROM (VALUES (CONVERT (BIGINT, NULL)), (0), (1), (1000), (1001), (2500), (3000000001)) AS v (Tokens)
ORDER BY v.Tokens;
