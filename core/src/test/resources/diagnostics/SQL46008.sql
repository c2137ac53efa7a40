DECLARE @a int(5);
