create sequence dbo.sq as varchar(10)
go
create table dbo.z (a int default (next value for dbo.nosq), b int constraint dz default (dbo.nof()), c as dbo.nof2(a), d as (nocol), e int references dbo.nopet, f int check (nocol2 > 1), g nosuchtype, h dbo.nosuchtype2)
