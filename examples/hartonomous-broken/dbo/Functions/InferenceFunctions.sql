-- The functions of the inference service in one file.
-- The work that a request means, on a scale from 0 to 100: input tokens count half as much as output tokens.
CREATE FUNCTION [dbo].[fn_CalculateComplexity]
(
    @InputTokens  INT,
    @OutputTokens INT,
    @TaskType     VARCHAR (30)
)
RETURNS DECIMAL (9, 2)
AS
BEGIN
    DECLARE @Base   DECIMAL (9, 2),
            @Factor DECIMAL (5, 2),
            @Result DECIMAL (9, 2);

    IF @InputTokens IS NULL OR @InputTokens < 0
        RETURN NULL;

    SET @Base = @InputTokens / 100.0 + ISNULL(@OutputTokens, 0) / 50.0;

    SET @Factor = CASE @TaskType
                      WHEN 'embed' THEN 0.25
                      WHEN 'chat' THEN 1.00
                      WHEN 'summarize' THEN 1.50
                      WHEN 'reason' THEN 2.50
                      ELSE 1.00
                  END;

    SET @Result = @Base * @Factor;

    IF @Result > 100
        SET @Result = 100;

    RETURN @Result;
END;
GO

-- The service level of a request: what the plan promises for work of this size.
CREATE FUNCTION [dbo].[fn_DetermineSla]
(
    @Complexity DECIMAL (9, 2),
    @PlanCode   VARCHAR (20)
)
RETURNS VARCHAR (12)
AS
BEGIN
    DECLARE @Limit DECIMAL (9, 2);

    IF @Complexity IS NULL
        RETURN 'batch';

    SET @Limit = CASE
                     WHEN @PlanCode = 'ENTERPRISE' THEN 40
                     WHEN @PlanCode IN ('TEAM', 'PRO') THEN 15
                     ELSE 5
                 END;

    RETURN CASE
               WHEN @Complexity <= @Limit / 2 THEN 'realtime'
               WHEN @Complexity <= @Limit THEN 'interactive'
               WHEN @Complexity <= @Limit * 2 THEN 'background'
               ELSE 'batch'
           END;
END;
GO

-- Milliseconds that a request will probably take: the mean pace of the tenant's last five requests of that kind,
-- or 120 ms for a unit of complexity as long as there are none.
CREATE FUNCTION [dbo].[fn_EstimateResponseTime]
(
    @TenantId   INT,
    @TaskType   VARCHAR (30),
    @Complexity DECIMAL (9, 2)
)
RETURNS INT
AS
BEGIN
    DECLARE @MsPerUnit FLOAT;

    SELECT @MsPerUnit = AVG(recent.DurationMs / CONVERT (FLOAT, recent.Complexity))
    FROM (SELECT TOP (5) i.DurationMs,
                         i.Complexity
          FROM dbo.InferenceRequests AS i
          WHERE i.TenantId = @TenantId
                AND i.TaskType = @TaskType
                AND i.Status = 'completed'
                AND i.Complexity > 0
                AND i.DurationMs IS NOT NULL
          ORDER BY i.InferenceId DESC) AS recent;

    RETURN CONVERT (INT, CEILING(ISNULL(@MsPerUnit, 120) * @Complexity));
END;
GO
