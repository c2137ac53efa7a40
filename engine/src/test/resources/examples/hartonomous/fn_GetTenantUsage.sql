INSERT INTO dbo.Tenant (Name) VALUES (N'Usage Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Usage Ltd');

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, OutputTokens, Complexity, Status, RequestedAt)
VALUES (@TenantId, 'chat', N'before', 1000, 1000, 9.00, 'completed', '2025-02-28T23:59:59.999'),
       (@TenantId, 'chat', N'first', 100, 50, 2.00, 'completed', '2025-03-01T00:00:00.000'),
       (@TenantId, 'Chat', N'failed', 40, NULL, 0.40, 'failed', '2025-03-15T12:00:00.000'),
       (@TenantId, 'embed', N'last', 10, 0, NULL, 'running', '2025-03-31T23:59:59.999'),
       (@TenantId, 'chat', N'after', 1000, 1000, 9.00, 'completed', '2025-04-01T00:00:00.000');

SELECT LOWER(u.TaskType) AS TaskType,
       u.RequestCount,
       u.TotalTokens,
       u.FailedCount,
       u.MaxComplexity
FROM dbo.fn_GetTenantUsage(@TenantId, '2025-03-01', '2025-04-01') AS u
ORDER BY u.TaskType;

SELECT COUNT(*) AS KindCount,
       SUM(u.TotalTokens) AS TotalTokens
FROM dbo.fn_GetTenantUsage(@TenantId, '2024-01-01', '2024-02-01') AS u;
