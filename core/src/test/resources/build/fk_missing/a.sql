create table dbo.T (Id int not null primary key, A int, B int, constraint FK_1 foreign key (A) references dbo.Missing (Id), foreign key (B) references dbo.T (Nope), constraint ck check (Zed > 0), C as (Zed2 + 1));
go
alter table dbo.T add constraint FK_2 foreign key (Nope2) references dbo.T (Id);
go
create index ix on dbo.T (Nope3) include (Nope4) where Nope5 is null;
go
create index ix2 on dbo.Missing2 (a);
go
grant select on dbo.Missing3 to Someone;
go
grant select on dbo.T to Someone;
go
grant select on schema::nos to public;
go
create trigger dbo.tr on dbo.Missing4 after insert as select Id from inserted;
go
create synonym dbo.s for dbo.Missing5;
go
create table noschema.T2 (Id int);
