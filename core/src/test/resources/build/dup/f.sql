create table dbo.x1 (id int constraint pk1 primary key);
go
create table dbo.x2 (id int constraint pk1 primary key);
