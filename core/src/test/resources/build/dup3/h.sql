create procedure dbo.pq @a int as select @a
