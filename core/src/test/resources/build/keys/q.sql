create table dbo.Q1 (a int, constraint pk_q primary key (a))
go
create table dbo.Q2 (a int null, constraint pk_q2 primary key (a))
