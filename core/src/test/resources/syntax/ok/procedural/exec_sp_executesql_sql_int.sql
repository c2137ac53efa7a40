EXEC sp_executesql @sql, N'@a int', @a = 1
