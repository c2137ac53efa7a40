UPDATETEXT t.c @p 0 NULL 'x';
