READTEXT t.c @p 0 10;
