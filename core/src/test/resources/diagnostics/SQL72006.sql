:on error exit
PRINT 'x';
