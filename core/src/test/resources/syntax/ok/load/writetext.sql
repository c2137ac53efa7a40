WRITETEXT t.c @p 'x';
