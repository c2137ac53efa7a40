SELECT * FROM PREDICT(DATA = t AS d, MODEL = @m) WITH (a float) AS p;
