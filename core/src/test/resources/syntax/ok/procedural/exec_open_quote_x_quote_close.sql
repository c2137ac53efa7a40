EXEC ('x') AS USER = 'u'
