SELECT a FROM t WHERE ((a = 1) AND ((b) = (2) OR (c + 1) * 2 > 3)) AND (SELECT 1) = 1 AND NOT (NOT a = 1)
