SELECT * FROM OPENJSON(@j, '$.x') WITH (a int '$.a', b nvarchar(max) AS JSON, c datetime2(3)) AS j
