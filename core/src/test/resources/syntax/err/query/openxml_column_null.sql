SELECT * FROM OPENXML(@h, '/x', 1) WITH (a int NULL);
