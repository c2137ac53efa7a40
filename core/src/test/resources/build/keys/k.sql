create table dbo.K1 (a nvarchar(10) not null primary key, b varchar(10))
go
create table dbo.K2 (a varchar(10) references dbo.K1 (a), b nvarchar(20), constraint fkk foreign key (b) references dbo.K1(a), c decimal(10,2))
