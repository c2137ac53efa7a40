WAITFOR DELAY 'a' + 'b'
