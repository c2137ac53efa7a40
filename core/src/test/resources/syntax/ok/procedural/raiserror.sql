RAISERROR (@m, @s, @t)
