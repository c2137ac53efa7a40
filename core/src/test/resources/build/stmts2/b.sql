create table dbo.X (Id int not null,
