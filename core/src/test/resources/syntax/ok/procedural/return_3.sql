RETURN @a + 1
