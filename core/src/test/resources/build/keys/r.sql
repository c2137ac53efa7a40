create procedure dbo.[SELF] as exec dbo.self; select self.a from dbo.A self
