-- What it is for.
CREATE OR ALTER PROCEDURE dbo.[Add Order]
    @id int,
    @name nvarchar(100) = N'x',
    @total decimal(10, 2) OUTPUT,
    @when datetime2(3) = NULL
AS
SET NOCOUNT ON;
DECLARE @a int = 1, @b int; -- two of them

IF @a >= 1 AND EXISTS (SELECT * FROM dbo.t WHERE id = @id)
BEGIN
    -- inside
    UPDATE t
    SET name = @name, total += 1
    OUTPUT inserted.id
    FROM dbo.Orders AS t INNER JOIN dbo.Lines l ON l.OrderId = t.id AND l.Kind = 'x'
    WHERE t.id = @id AND t.Name IS NOT NULL OR (t.x BETWEEN 1 AND 2);
    PRINT 'done'
END
ELSE IF @b IS NULL
    RETURN -1;
ELSE
    INSERT INTO dbo.Log (id, text) VALUES (@id, N'a'), (2, N'b');
BEGIN TRY
    EXEC dbo.p @x = 1, @y = @b OUTPUT
END TRY
BEGIN CATCH
    THROW;
END CATCH
/* the end */
GO
GRANT EXECUTE ON dbo.[Add Order] TO app
