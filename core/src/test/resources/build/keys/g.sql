create table dbo.G1 (Id int not null, X int not null, constraint pk_g primary key (Id), constraint pk_g2 primary key (X))
