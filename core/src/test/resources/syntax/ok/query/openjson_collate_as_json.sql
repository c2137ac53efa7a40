SELECT * FROM OPENJSON(@j) WITH (a int COLLATE Latin1_General_BIN2, b nvarchar(max) COLLATE Latin1_General_BIN2 '$.b' AS JSON);
