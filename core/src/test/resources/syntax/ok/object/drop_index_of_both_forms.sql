DROP INDEX dbo.t.a, b ON u, v.c
