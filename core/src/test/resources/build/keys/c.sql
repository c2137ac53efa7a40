create table dbo.C1 (Id int not null constraint pk_c1 primary key, X int not null constraint pk_c2 primary key)
