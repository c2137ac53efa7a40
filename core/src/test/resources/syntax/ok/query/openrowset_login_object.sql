SELECT * FROM OPENROWSET('a', 'b'; 'c'; 'd', e.f) x;
