create view dbo.T as select 1 as x
