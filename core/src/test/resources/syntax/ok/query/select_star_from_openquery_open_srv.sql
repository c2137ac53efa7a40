SELECT * FROM OPENQUERY(srv, 'select 1') q
