DELETE TOP (10) t OUTPUT deleted.* FROM t JOIN u ON t.i = u.i WHERE u.a = 1
