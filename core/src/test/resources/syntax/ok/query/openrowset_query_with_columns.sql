SELECT * FROM OPENROWSET('a', 'b', t) WITH (a int '$.x', b varchar(10) COLLATE Latin1_General_CI_AS '$.y') x;
