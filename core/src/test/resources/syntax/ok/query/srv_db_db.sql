SELECT a FROM srv.db.dbo.t, db..t, .t, ..t
