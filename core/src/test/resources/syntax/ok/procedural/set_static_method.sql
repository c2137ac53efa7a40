SET @x::f(1)
