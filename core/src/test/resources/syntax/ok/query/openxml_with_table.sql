SELECT * FROM OPENXML(@h, @x, @f) WITH a.b.t x;
