CREATE FUNCTION [dbo].[fnSplit]
(
    @List      NVARCHAR (MAX),
    @Delimiter NCHAR (1) = N','
)
RETURNS @Result TABLE
(
    [Position] INT            IDENTITY (1, 1) NOT NULL,
    [Value]    NVARCHAR (100) NULL
)
AS
BEGIN
    DECLARE @Start INT, @End INT;
    SET @Start = 1;

    WHILE @Start <= LEN(@List) + 1
    BEGIN
        SET @End = CHARINDEX(@Delimiter, @List + @Delimiter, @Start);

        INSERT INTO @Result ([Value])
        VALUES (LTRIM(RTRIM(SUBSTRING(@List, @Start, @End - @Start))));

        SET @Start = @End + 1;
    END

    RETURN;
END
