PRINT 'done';
