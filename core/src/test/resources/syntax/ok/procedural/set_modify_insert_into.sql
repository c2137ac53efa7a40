SET @x.modify('insert <a/> into /b')
