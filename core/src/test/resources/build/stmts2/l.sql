create table db.dbo.T10 (a int)
