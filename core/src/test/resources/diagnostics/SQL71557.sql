CREATE SEQUENCE dbo.S AS nvarchar(10)
