SELECT * FROM OPENXML(@h, '/x', 1) WITH (a int '@a', b varchar(10) COLLATE Latin1_General_CI_AS, c int @p) AS x;
