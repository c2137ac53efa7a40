-- What it is for.
create or alter procedure dbo.[Add Order] @id int, @name nvarchar( 100 )=N'x' ,@total decimal(10,2) output, @when datetime2(3) = null
as
set nocount on;
declare @a int = 1, @b int; -- two of them


if @a > = 1 and exists (select * from dbo.t where id=@id) begin
    -- inside
    update t set name = @name, total += 1 output inserted.id from dbo.Orders as t inner join dbo.Lines l on l.OrderId = t.id and l.Kind = 'x' where t.id = @id and t.Name is not null or (t.x between 1 and 2);
    print 'done' end
else if @b is null return -1;
else insert into dbo.Log(id, text) values (@id, N'a'), (2, N'b');
begin try exec dbo.p @x = 1, @y = @b output end try begin catch throw; end catch
/* the end */
GO
grant execute on dbo.[Add Order] to app
