create procedure dbo.p
as
-- leading in body
select 1 -- trailing
-- after
/* more */
go
-- before
/* header */
create procedure dbo.p2 as
begin
  select 1
end
-- tail

go
create view dbo.v as select 1 as a;
-- tail2
go
create table dbo.T (a int check (((a) > 0)), b int default ((1)), c as (((a) + 1)) persisted)
