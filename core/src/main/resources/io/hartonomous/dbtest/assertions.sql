-- The assertions that database tests call. They live in a schema of their own while tests run and are dropped afterwards.
-- A failed assertion raises error 50200; the text says what was expected and what was found.
CREATE SCHEMA hart_test;
GO
CREATE PROCEDURE hart_test.fail
    @message nvarchar(1000)
AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @text nvarchar(2000) = COALESCE(@message, N'The test failed.');
    THROW 50200, @text, 1;
END;
GO
CREATE PROCEDURE hart_test.assert_true
    @condition bit,
    @message nvarchar(400) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    IF @condition = 1
        RETURN;
    DECLARE @text nvarchar(2000) = CONCAT(COALESCE(@message + N': ', N''), N'expected true, found ', CASE WHEN @condition IS NULL THEN N'NULL' ELSE N'false' END, N'.');
    THROW 50200, @text, 1;
END;
GO
CREATE PROCEDURE hart_test.assert_equals
    @expected sql_variant,
    @actual sql_variant,
    @message nvarchar(400) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    IF @expected = @actual OR (@expected IS NULL AND @actual IS NULL)
        RETURN;
    DECLARE @text nvarchar(2000) = CONCAT(COALESCE(@message + N': ', N''), N'expected ', COALESCE(N'<' + CONVERT(nvarchar(700), @expected) + N'>', N'NULL'),
        N', found ', COALESCE(N'<' + CONVERT(nvarchar(700), @actual) + N'>', N'NULL'), N'.');
    THROW 50200, @text, 1;
END;
GO
CREATE PROCEDURE hart_test.assert_row_count
    @expected int,
    @table nvarchar(512),
    @message nvarchar(400) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @actual int;
    DECLARE @sql nvarchar(1000) = N'SELECT @rows = COUNT(*) FROM ' + @table + N';';
    EXECUTE sp_executesql @sql, N'@rows int OUTPUT', @rows = @actual OUTPUT;
    IF @expected = @actual
        RETURN;
    DECLARE @text nvarchar(2000) = CONCAT(COALESCE(@message + N': ', N''), N'expected ', @expected, N' rows in ', @table, N', found ', @actual, N'.');
    THROW 50200, @text, 1;
END;
GO
CREATE PROCEDURE hart_test.assert_empty
    @table nvarchar(512),
    @message nvarchar(400) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    EXECUTE hart_test.assert_row_count @expected = 0, @table = @table, @message = @message;
END;
GO
CREATE PROCEDURE hart_test.assert_tables_equal
    @expected nvarchar(512),
    @actual nvarchar(512),
    @message nvarchar(400) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @missing int, @surplus int, @expected_rows int, @actual_rows int;
    DECLARE @sql nvarchar(4000) = N'SELECT @missing = (SELECT COUNT(*) FROM (SELECT * FROM ' + @expected + N' EXCEPT SELECT * FROM ' + @actual + N') AS m),
        @surplus = (SELECT COUNT(*) FROM (SELECT * FROM ' + @actual + N' EXCEPT SELECT * FROM ' + @expected + N') AS s),
        @expected_rows = (SELECT COUNT(*) FROM ' + @expected + N'), @actual_rows = (SELECT COUNT(*) FROM ' + @actual + N');';
    EXECUTE sp_executesql @sql, N'@missing int OUTPUT, @surplus int OUTPUT, @expected_rows int OUTPUT, @actual_rows int OUTPUT',
        @missing = @missing OUTPUT, @surplus = @surplus OUTPUT, @expected_rows = @expected_rows OUTPUT, @actual_rows = @actual_rows OUTPUT;
    IF @missing = 0 AND @surplus = 0 AND @expected_rows = @actual_rows
        RETURN;
    DECLARE @text nvarchar(2000) = CONCAT(COALESCE(@message + N': ', N''), @actual, N' differs from ', @expected, N': ', @missing, N' expected rows are missing, ',
        @surplus, N' rows are there that were not expected; ', @expected_rows, N' rows expected, ', @actual_rows, N' found.');
    THROW 50200, @text, 1;
END;
GO
-- Says that the rest of the test must raise an error. The runner reads the message: it survives whatever happens to the transaction.
CREATE PROCEDURE hart_test.expect_error
    @number int = NULL,
    @message_like nvarchar(400) = NULL
AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @text nvarchar(1000) = CONCAT(N'hart_test.expect_error ', COALESCE(CONVERT(nvarchar(12), @number), N'*'), N' ', COALESCE(@message_like, N'%'));
    PRINT @text;
END;
GO
