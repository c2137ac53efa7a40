create table dbo.A (Id int not null, B int not null, C int not null constraint uq unique)
