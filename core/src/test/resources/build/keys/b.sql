create table dbo.B1 (Id int not null, A1 int not null references dbo.A (B), A2 int references dbo.A (C), A3 int, constraint fkx foreign key (A3) references dbo.A (Id))
