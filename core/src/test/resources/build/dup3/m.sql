create table dbo.C (Id int references dbo.T (Id), Nid int, constraint fk2 foreign key (Nid) references dbo.T)
