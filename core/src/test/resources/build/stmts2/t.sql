create table dbo.T14 (a int not null primary key, b int)
