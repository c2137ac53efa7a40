create table dbo.F1 (Id int not null constraint pk_f primary key (Id, X), X int not null)
