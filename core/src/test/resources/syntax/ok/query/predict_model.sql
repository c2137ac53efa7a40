SELECT d.a, p.b FROM PREDICT(MODEL = @m, DATA = dbo.t AS d) WITH (b float) AS p;
