EXEC ('select ?', 1) AT srv
