EXECUTE dbo.p;1 1, 'x'
