SELECT * FROM OPENROWSET('a', 'b', 'c') AS x;
