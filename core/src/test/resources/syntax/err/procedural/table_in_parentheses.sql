SELECT * FROM (t) x
