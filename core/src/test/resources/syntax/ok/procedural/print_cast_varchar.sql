PRINT 'a' + CAST(@b AS varchar(10))
