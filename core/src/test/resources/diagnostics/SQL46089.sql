EXECUTE dbo.p @a = 1, 2;
