SELECT * FROM OPENROWSET('a', 'b', @x) x;
