SELECT v.Number,
       dbo.fn_DetermineSla(v.Complexity, v.PlanCode) AS SlaTier
FROM (VALUES (1, NULL, 'FREE'),
             (2, 2.50, 'FREE'),
             (3, 5.00, 'FREE'),
             (4, 10.00, 'FREE'),
             (5, 10.01, 'FREE'),
             (6, 20.00, 'enterprise'),
             (7, 15.00, 'PRO'),
             (8, 7.50, 'TEAM'),
             (9, 81.00, 'ENTERPRISE'),
             (10, 1.00, NULL)) AS v (Number, Complexity, PlanCode)
ORDER BY v.Number;
