SELECT * FROM OPENROWSET('a', 'b'; 'c', 'e') AS x;
