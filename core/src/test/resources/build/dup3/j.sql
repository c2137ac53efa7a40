create function dbo.tf(@a int) returns table as return select @a as k
