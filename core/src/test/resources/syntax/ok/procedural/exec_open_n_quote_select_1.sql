EXEC (N'select 1' + @x)
