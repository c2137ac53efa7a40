create table dbo.T12 (a int null primary key, b varchar(10) identity)
