INSERT INTO dbo.Tenant (Name) VALUES (N'Estimate Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Estimate Ltd');

-- The first request is older than the last five and does not count, nor do failed ones and those of other kinds.
INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Complexity, Status, RequestedAt, CompletedAt)
VALUES (@TenantId, 'chat', N'p0', 1, 1.00, 'completed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:10.000');
INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Complexity, Status, RequestedAt, CompletedAt)
VALUES (@TenantId, 'chat', N'p1', 1, 2.00, 'completed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:00.300'),
       (@TenantId, 'chat', N'p2', 1, 4.00, 'completed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:00.200'),
       (@TenantId, 'chat', N'p3', 1, 1.00, 'completed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:00.100'),
       (@TenantId, 'chat', N'p4', 1, 2.00, 'completed', '2025-03-01T23:59:59.900', '2025-03-02T00:00:00.100'),
       (@TenantId, 'chat', N'p5', 1, 0.50, 'completed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:00.050');
INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Complexity, Status, RequestedAt, CompletedAt)
VALUES (@TenantId, 'chat', N'p6', 1, 1.00, 'failed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:09.000'),
       (@TenantId, 'chat', N'p7', 1, 0.00, 'completed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:09.000'),
       (@TenantId, 'chat', N'p8', 1, 1.00, 'running', '2025-03-01T10:00:00.000', NULL),
       (@TenantId, 'embed', N'p9', 1, 3.00, 'completed', '2025-03-01T10:00:00.000', '2025-03-01T10:00:00.100');

SELECT dbo.fn_EstimateResponseTime(@TenantId, 'chat', 3.00)   AS Chat,
       dbo.fn_EstimateResponseTime(@TenantId, 'chat', 2.25)   AS ChatFraction,
       dbo.fn_EstimateResponseTime(@TenantId, 'embed', 1.00)  AS RoundedUp,
       dbo.fn_EstimateResponseTime(@TenantId, 'reason', 3.00) AS NoneYet,
       dbo.fn_EstimateResponseTime(@TenantId, 'chat', NULL)   AS Unknown;
