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
