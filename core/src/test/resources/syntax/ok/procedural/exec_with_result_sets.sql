EXEC p WITH RESULT SETS ((a int NOT NULL, b nvarchar(10) COLLATE Latin1_General_CI_AS NULL), AS OBJECT dbo.x, AS TYPE dbo.t, AS FOR XML)
