SET @a = 
