create table dbo.E1 (Id int not null primary key, X int not null)
go
create clustered index cx on dbo.E1 (X)
