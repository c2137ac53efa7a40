EXEC (N'select ?' + @x, 1, @y OUTPUT, DEFAULT) AS LOGIN = 'x' AT srv
