DECLARE @a a.b.c
