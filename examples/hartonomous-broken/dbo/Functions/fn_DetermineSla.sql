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
