CREATE TYPE dbo.Ids AS TABLE (Id int NOT NULL PRIMARY KEY)
GO
CREATE PROCEDURE dbo.fact @n int, @result bigint OUTPUT AS
IF @n <= 1 SET @result = 1;
ELSE
BEGIN
  DECLARE @below int = @n - 1, @r bigint;
  EXEC dbo.fact @below, @r OUTPUT;
  SET @result = @n * @r;
END
GO
DECLARE @r bigint; EXEC dbo.fact @n = 10, @result = @r OUTPUT; SELECT @r AS r;
EXEC dbo.fact 40, @r OUTPUT;
GO
CREATE PROCEDURE dbo.total @ids dbo.Ids READONLY, @factor int = 2 AS SELECT SUM(Id) * @factor AS total FROM @ids;
GO
DECLARE @i dbo.Ids; INSERT INTO @i VALUES (1), (2), (3);
EXEC dbo.total @i; EXEC dbo.total @ids = @i, @factor = DEFAULT; EXEC dbo.total @i, 10;
GO
CREATE TABLE #r (total int NULL);
DECLARE @i dbo.Ids; INSERT INTO @i VALUES (4);
INSERT INTO #r EXEC dbo.total @i;
SELECT total FROM #r;
GO
EXEC dbo.total @nope = 1;
EXEC dbo.fact;
EXEC dbo.fact 1, 2, 3;
GO
CREATE PROCEDURE dbo.uses_caller_table AS INSERT INTO #r VALUES (99);
GO
EXEC dbo.uses_caller_table; SELECT total FROM #r ORDER BY total; DROP TABLE #r;
GO
DECLARE @n int, @s nvarchar(100) = N'SELECT @out = COUNT(*) FROM sys.schemas WHERE name = @name';
EXEC sp_executesql @s, N'@name sysname, @out int OUTPUT', @name = N'dbo', @out = @n OUTPUT;
SELECT @n AS n;
GO
DECLARE c CURSOR LOCAL FAST_FORWARD FOR SELECT v FROM (VALUES (1), (2), (3)) AS x (v) ORDER BY v;
DECLARE @v int, @sum int = 0;
OPEN c;
FETCH NEXT FROM c INTO @v;
WHILE @@FETCH_STATUS = 0
BEGIN
  SET @sum += @v;
  IF @v = 2 GOTO done;
  FETCH NEXT FROM c INTO @v;
END
done:
CLOSE c; DEALLOCATE c;
SELECT @sum AS s;
GO
