create table dbo.J1 (a int default 1, b int constraint dj1 default 1)
go
alter table dbo.J1 add constraint dj2 default 3 for b
