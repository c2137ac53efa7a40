create function dbo.f(@a int) returns int as begin return @a end
