DECLARE @t AS dbo.MyTableType
