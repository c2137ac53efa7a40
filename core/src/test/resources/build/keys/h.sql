create table dbo.H1 (Id int not null, X int not null)
go
alter table dbo.H1 add constraint pk_h primary key (Id)
go
alter table dbo.H1 add constraint pk_h2 primary key (X)
