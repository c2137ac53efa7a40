SELECT * FROM OPENROWSET(BULK 'f', FORMAT = 'PARQUET') WITH (a int 1, b dbo.t '$.x') AS x (b);
