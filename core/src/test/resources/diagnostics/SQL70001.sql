PRINT 'x'
