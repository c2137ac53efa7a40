SELECT * FROM OPENROWSET 'a', 'b', 'c') x;
