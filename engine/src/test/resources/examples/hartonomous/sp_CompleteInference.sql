INSERT INTO dbo.Tenant (Name) VALUES (N'Complete Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Complete Ltd');

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Complexity, RequestedAt)
VALUES (@TenantId, 'reason', N'one', 250, 6.25, '2025-03-01T10:00:00.000'),
       (@TenantId, 'reason', N'two', 250, 6.25, '2025-03-01T11:00:00.000');
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Complete Ltd');
DECLARE @One BIGINT = (SELECT InferenceId FROM dbo.InferenceRequests WHERE TenantId = @TenantId AND Prompt = N'one'),
        @Two BIGINT = (SELECT InferenceId FROM dbo.InferenceRequests WHERE TenantId = @TenantId AND Prompt = N'two');

EXECUTE dbo.sp_CompleteInference @InferenceId = @One, @OutputTokens = 100, @CompletedAt = '2025-03-01T10:00:02.000';

-- 2000 ms for 11.25 make 177.8 ms for one; 6.25 of them are 1111.1 ms.
EXECUTE dbo.sp_CompleteInference @InferenceId = @Two, @CompletedAt = '2025-03-01T11:00:00.500';

SELECT l.OperationName, l.Severity, l.Detail
FROM provenance.OperationLog AS l
WHERE l.TenantId = @TenantId
ORDER BY l.OperationId;

BEGIN TRY
    EXECUTE dbo.sp_CompleteInference @One, 5;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_CompleteInference -1, 5;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, RequestedAt)
VALUES (@TenantId, 'chat', N'three', 1, '2025-03-01T12:00:00.000');

SET @One = SCOPE_IDENTITY();

BEGIN TRY
    EXECUTE dbo.sp_CompleteInference @InferenceId = @One, @OutputTokens = 5, @CompletedAt = '2025-03-01T11:59:59.999';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
