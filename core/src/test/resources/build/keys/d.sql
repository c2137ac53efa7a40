create table dbo.D1 (Id int not null primary key clustered, X int not null unique clustered)
