create view dbo.v8 (a, b) as select 1
