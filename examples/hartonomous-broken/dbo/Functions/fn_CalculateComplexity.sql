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
