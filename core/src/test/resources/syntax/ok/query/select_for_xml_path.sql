SELECT (SELECT a AS [*] FROM t FOR XML PATH(''), TYPE).value('.', 'nvarchar(max)')
