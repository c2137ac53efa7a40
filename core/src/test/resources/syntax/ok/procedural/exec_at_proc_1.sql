EXEC @proc 1
