create table dbo.[T11] (a int primary key, b int primary key, c int identity, d int identity)
