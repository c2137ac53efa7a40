SELECT dbo.fn_CalculateComplexity(250, 100, 'reason')    AS Reason,
       dbo.fn_CalculateComplexity(120, 30, 'summarize')  AS Summarize,
       dbo.fn_CalculateComplexity(120, NULL, 'chat')     AS Chat,
       dbo.fn_CalculateComplexity(1000, 1000, 'embed')   AS Embed,
       dbo.fn_CalculateComplexity(20000, 0, 'reason')    AS Capped,
       dbo.fn_CalculateComplexity(-1, 10, 'chat')        AS Negative,
       dbo.fn_CalculateComplexity(NULL, 10, 'chat')      AS Missing,
       dbo.fn_CalculateComplexity(50, 25, 'REASON')      AS OtherCase;
GO

-- 3.33 + 0.14 = 3.47, times 1.5 is 5.205, which rounds up.
SELECT v.InputTokens,
       dbo.fn_CalculateComplexity(v.InputTokens, v.OutputTokens, v.TaskType) AS Complexity
FROM (VALUES (333, 7, 'summarize'),
             (100, NULL, 'translate'),
             (0, 0, 'reason')) AS v (InputTokens, OutputTokens, TaskType)
ORDER BY v.InputTokens;
