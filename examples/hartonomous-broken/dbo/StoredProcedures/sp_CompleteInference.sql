-- Closes a running request with its answer's size. Without a number of output tokens it counts as failed.
CREATE PROCEDURE [dbo].[sp_CompleteInference]
    @InferenceId  BIGINT,
    @OutputTokens INT           = NULL,
    @CompletedAt  DATETIME2 (3) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @Status      VARCHAR (12),
            @RequestedAt DATETIME2 (3),
            @TenantId    INT,
            @ElapsedMs   INT,
            @EstimatedMs INT;

    SELECT @Status = i.Status,
           @RequestedAt = i.RequestedAt,
           @TenantId = i.TenantId
    FROM dbo.InferenceRequests AS i
    WHERE i.InferenceId = @InferenceId;

    IF @Status IS NULL
        THROW 50047, N'There is no such request.', 1;

    IF @Status <> 'running'
        THROW 50048, N'The request was closed before.', 1;

    SET @CompletedAt = ISNULL(@CompletedAt, SYSUTCDATETIME());

    IF @CompletedAt < @RequestedAt
        THROW 50049, N'A request cannot end before it began.', 1;

    SET @ElapsedMs = DATEDIFF(MILLISECOND, @RequestedAt, @CompletedAt);

    -- The estimate is asked for before this request becomes one of those that it is made from.
    SELECT @EstimatedMs = dbo.fn_EstimateResponseTime(i.TenantId, i.TaskType, i.Complexity)
    FROM dbo.InferenceRequests AS i
    WHERE i.InferenceId = @InferenceId;

    UPDATE dbo.InferenceRequests
    SET OutputTokens = @OutputTokens,
        Complexity = dbo.fn_CalculateComplexity(InputTokens, @OutputTokens, TaskType),
        Status = IIF(@OutputTokens IS NULL, 'failed', 'completed'),
        CompletedAt = @CompletedAt
    WHERE InferenceId = @InferenceId;

    IF @ElapsedMs > 2 * @EstimatedMs
        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Severity, Detail)
        VALUES ('inference.slow', @TenantId, @InferenceId, 1, (SELECT @ElapsedMs AS elapsedMs, @EstimatedMs AS estimatedMs FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

    SELECT i.Status,
           i.TotalTokens,
           i.Complexity,
           i.DurationMs,
           @EstimatedMs AS EstimatedMs
    FROM dbo.InferenceRequests AS i
    WHERE i.InferenceId = @InferenceId;
END;
