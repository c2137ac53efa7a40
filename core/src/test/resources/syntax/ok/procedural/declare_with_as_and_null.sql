DECLARE @a AS int NULL = 1, @b int NOT NULL = 2, @c AS nvarchar(10); DECLARE @t AS TABLE (a int, PRIMARY KEY (a))
