create procedure dbo.p as select Id, t.Name, x from dbo.T t; select Name from dbo.T; update dbo.T set Name = 'x'; insert dbo.T (Id) values (1);
