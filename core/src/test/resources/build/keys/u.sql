create function dbo.uf(@a int) returns int with schemabinding as begin return (select Nope from dbo.Missing where @a = 1) + (select Nope from dbo.A) end
