SELECT {fn LEFT('a', 1)}, {fn CURRENT_TIME}, {fn CURRENT_TIME(3)}, {fn EXTRACT(YEAR FROM a)}, {fn CONVERT(a, SQL_INTEGER)}, {fn f()}
