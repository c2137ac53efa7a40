SET @x.modify('insert <a/> into /b')
SET @x::f(1)
