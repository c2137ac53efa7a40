SELECT * FROM OPENJSON(@j) WITH (a int '$.b' COLLATE Latin1_General_BIN2);
