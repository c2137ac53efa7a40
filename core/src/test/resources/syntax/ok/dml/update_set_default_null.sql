UPDATE t SET a = 1, b += 2, c = DEFAULT, @v = d = 3, @w = 4, t.e = NULL WHERE a = 1
