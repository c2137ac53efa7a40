CREATE TABLE dbo.T (a int, b AS (a + 1) CHECK (b > 1));
