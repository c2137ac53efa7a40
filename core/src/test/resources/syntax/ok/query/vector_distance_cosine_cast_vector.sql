SELECT VECTOR_DISTANCE('cosine', a, @v), CAST('[1,2]' AS vector(2)), CAST(@x AS VECTOR(8, float16)) FROM t
