EXEC @r = dbo.p @a = 1, @b = @c OUTPUT, @d = DEFAULT, @e = NULL, @f = N'x', @g = -1, @h = word, @i = $1.5, @j = 0x01 WITH RECOMPILE
