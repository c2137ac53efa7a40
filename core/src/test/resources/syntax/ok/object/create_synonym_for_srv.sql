CREATE SYNONYM dbo.s FOR srv.db.dbo.t
