EXEC @r = OPENDATASOURCE('a', 'b').c.d.e;1 @x = 1 WITH RECOMPILE;
