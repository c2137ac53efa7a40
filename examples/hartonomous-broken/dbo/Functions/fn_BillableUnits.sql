-- A unit is a thousand tokens; a unit that is begun counts.
CREATE FUNCTION [dbo].[fn_BillableUnits]
(
    @Tokens BIGINT
)
RETURNS INT
AS
BEGIN
    RETURN CONVERT (INT, CEILING(ISNULL(@Tokens, 0) / 1000.0));
END;
