DECLARE @a varchar(5, 2);
