create procedure dbo.pp as exec dbo.pq @a = 1; select dbo.f(2); exec @x = dbo.f 1;
