create function dbo.wf(@a int) returns int as begin select 1; insert into dbo.T values (1,2,3); exec dbo.p; return 1 end
