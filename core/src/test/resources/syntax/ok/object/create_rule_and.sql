CREATE RULE r AS @x > 1 AND @x < 10
