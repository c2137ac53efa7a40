create function dbo.f(@a int, @b int) returns int as begin declare @c int = @a + @b; set @c = @a; if @a > @b return @b; return @a end
