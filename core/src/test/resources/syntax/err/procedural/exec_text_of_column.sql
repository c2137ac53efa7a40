EXEC (a)
