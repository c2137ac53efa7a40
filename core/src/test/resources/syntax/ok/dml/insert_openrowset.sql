INSERT OPENROWSET('a', 'b', 'c') (x) VALUES (1);
