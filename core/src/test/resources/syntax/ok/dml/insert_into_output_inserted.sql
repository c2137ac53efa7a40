INSERT INTO t (a) OUTPUT inserted.a, inserted.* INTO @x (a) SELECT 1
