create table dbo.L1 (a int not null identity(1,1) primary key, b bigint identity null)
