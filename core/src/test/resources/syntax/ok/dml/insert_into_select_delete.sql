INSERT INTO t (a) SELECT x FROM (DELETE u OUTPUT deleted.i) AS m (x)
