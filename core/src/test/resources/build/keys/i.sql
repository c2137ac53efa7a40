create unique index uxb on dbo.I1 (Id)
go
create table dbo.I1 (Id int not null)
go
create table dbo.I2 (Id int constraint fki references dbo.I1 (Id))
