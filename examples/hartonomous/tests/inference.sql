-- Requests, their cost, and feedback.

-- test: complexity and service level
DECLARE @Complexity DECIMAL (9, 2), @Sla VARCHAR (12), @Units INT;

SET @Complexity = dbo.fn_CalculateComplexity(250, 100, 'reason');
EXECUTE hart_test.assert_equals 11.25, @Complexity, N'(2.5 + 2) * 2.5';

SET @Sla = dbo.fn_DetermineSla(@Complexity, 'PRO');
EXECUTE hart_test.assert_equals 'interactive', @Sla;

SET @Sla = dbo.fn_DetermineSla(@Complexity, 'FREE');
EXECUTE hart_test.assert_equals 'batch', @Sla;

SET @Units = dbo.fn_BillableUnits(1001);
EXECUTE hart_test.assert_equals 2, @Units;

SET @Complexity = dbo.fn_CalculateComplexity(NULL, 5, 'chat');
EXECUTE hart_test.assert_equals NULL, @Complexity;
GO

-- test: an estimate comes from the last requests of that kind
DECLARE @TenantId INT, @Estimate INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Estimate');
SET @TenantId = SCOPE_IDENTITY();

SET @Estimate = dbo.fn_EstimateResponseTime(@TenantId, 'chat', 2.5);
EXECUTE hart_test.assert_equals 300, @Estimate, N'120 ms a unit without history';

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Complexity, Status, RequestedAt, CompletedAt)
VALUES (@TenantId, 'chat', N'p', 1, 2.00, 'completed', '2025-03-01T10:00:00', '2025-03-01T10:00:00.300'),
       (@TenantId, 'chat', N'p', 1, 4.00, 'completed', '2025-03-01T10:00:00', '2025-03-01T10:00:01');

-- (150 + 250) / 2 = 200 ms a unit
SET @Estimate = dbo.fn_EstimateResponseTime(@TenantId, 'chat', 2.5);
EXECUTE hart_test.assert_equals 500, @Estimate;
GO

-- test: scores become shares of one
DECLARE @TenantId INT, @A BIGINT, @B BIGINT, @InferenceId BIGINT, @Usage NVARCHAR (MAX), @Share DECIMAL (9, 6), @Tier VARCHAR (12);

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Shares');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'PRO', '2025-01-01');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'a', 0x01);
SET @A = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'b', 0x02);
SET @B = SCOPE_IDENTITY();

SET @Usage = CONCAT(N'{"inputTokens": 200, "atoms": [{"atomId": ', @A, N', "score": 3}, {"atomId": ', @B, N', "score": 1}]}');
EXECUTE dbo.sp_RecordInference @TenantId, 'chat', N'Why?', @Usage, @InferenceId OUTPUT;

SELECT @Share = Contribution FROM dbo.InferenceAtomUsage WHERE InferenceId = @InferenceId AND AtomId = @A;
EXECUTE hart_test.assert_equals 0.75, @Share;

SELECT @Share = SUM(Contribution) FROM dbo.InferenceAtomUsage WHERE InferenceId = @InferenceId;
EXECUTE hart_test.assert_equals 1, @Share;

SELECT @Tier = SlaTier FROM dbo.InferenceRequests WHERE InferenceId = @InferenceId;
EXECUTE hart_test.assert_equals 'realtime', @Tier;
GO

-- test: a slow answer is noted
DECLARE @TenantId INT, @InferenceId BIGINT, @Elapsed NVARCHAR (20), @Duration INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Slow');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Complexity, RequestedAt)
VALUES (@TenantId, 'chat', N'p', 100, 1.00, '2025-03-01T10:00:00');
SET @InferenceId = SCOPE_IDENTITY();

EXECUTE dbo.sp_CompleteInference @InferenceId, 50, '2025-03-01T10:00:00.241';

SELECT @Elapsed = JSON_VALUE(l.Detail, '$.elapsedMs')
FROM provenance.OperationLog AS l
WHERE l.OperationName = 'inference.slow'
      AND l.EntityId = @InferenceId;

SELECT @Duration = DurationMs FROM dbo.InferenceRequests WHERE InferenceId = @InferenceId;

EXECUTE hart_test.assert_equals N'241', @Elapsed, N'more than twice the estimate of 120 ms';
EXECUTE hart_test.assert_equals 241, @Duration;
GO

-- test: feedback moves the weights between the atoms that were used
DECLARE @TenantId INT, @A BIGINT, @B BIGINT, @InferenceId BIGINT, @Weight DECIMAL (9, 6), @Count INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Feedback');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'a', 0x01);
SET @A = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'b', 0x02);
SET @B = SCOPE_IDENTITY();
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight) VALUES (@A, @B, 'causes', 0.5);
INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Status) VALUES (@TenantId, 'chat', N'p', 10, 'completed');
SET @InferenceId = SCOPE_IDENTITY();
INSERT INTO dbo.InferenceAtomUsage (InferenceId, AtomId, Contribution, UsageRank)
VALUES (@InferenceId, @A, 0.6, 1), (@InferenceId, @B, 0.4, 2);

-- Two steps above the middle, 0.05 each, times a share of 1.
EXECUTE dbo.sp_ProcessFeedback @InferenceId = @InferenceId, @Rating = 5, @SubmittedBy = N'ann';
SELECT @Weight = Weight FROM dbo.AtomRelation WHERE SourceAtomId = @A;
EXECUTE hart_test.assert_equals 0.6, @Weight;

-- The second rating of the same person counts by its difference: four steps down.
EXECUTE dbo.sp_ProcessFeedback @InferenceId = @InferenceId, @Rating = 1, @SubmittedBy = N'ann';
SELECT @Weight = Weight FROM dbo.AtomRelation WHERE SourceAtomId = @A;
SELECT @Count = COUNT(*) FROM dbo.InferenceFeedback WHERE InferenceId = @InferenceId;
EXECUTE hart_test.assert_equals 0.4, @Weight;
EXECUTE hart_test.assert_equals 1, @Count;
GO

-- test: feedback needs a completed request
DECLARE @TenantId INT, @InferenceId BIGINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Open');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens) VALUES (@TenantId, 'chat', N'p', 10);
SET @InferenceId = SCOPE_IDENTITY();

EXECUTE hart_test.expect_error @number = 50040, @message_like = N'%completed%';
EXECUTE dbo.sp_ProcessFeedback @InferenceId, 4, N'ann';
GO
