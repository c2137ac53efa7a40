EXEC dbo.p
