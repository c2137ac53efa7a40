create view dbo.w as select dbo.f(1) as q, dbo.f(Id) as r from dbo.T
