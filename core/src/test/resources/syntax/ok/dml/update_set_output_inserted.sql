UPDATE x SET a = y.a OUTPUT inserted.a, deleted.a INTO @o FROM t AS x JOIN y ON x.i = y.i WHERE x.i > 1 OPTION (RECOMPILE)
