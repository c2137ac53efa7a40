create procedure dbo.pq @a int, @c int as select @a, @c
