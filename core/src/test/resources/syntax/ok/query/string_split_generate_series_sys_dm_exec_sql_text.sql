SELECT * FROM STRING_SPLIT('a,b', ',', 1) s, GENERATE_SERIES(1, 10) AS g, sys.dm_exec_sql_text(@h)
