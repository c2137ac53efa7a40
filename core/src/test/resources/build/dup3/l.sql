create procedure dbo.pr as select k, z, t.k from dbo.tf(1) t; select k from dbo.tf(2)
