SELECT 1 AS a, N'x' AS b
GO
DECLARE @i int = 3, @s nvarchar(20) = N'ab';
SET @i += 4;
WHILE @i < 9 BEGIN PRINT CONCAT('i is ', @i); SET @i = @i + 1; END
IF @i = 9 SELECT @i AS i, @s + N'c' AS s ELSE PRINT 'no';
GO
SELECT 1/0
PRINT 'after'
GO
RAISERROR('Hello %s %d', 16, 3, 'x', 5)
GO
SELECT * FROM nope
GO
