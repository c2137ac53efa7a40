create view dbo.v7 as select 1, 2 as b
