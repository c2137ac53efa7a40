create procedure dbo.p as
begin
  select x.a, x.b from dbo.Missing x where x.c = 1;
  select a from dbo.Missing2;
  insert into dbo.Missing3 (q) values (1);
  exec dbo.nope @x = 1;
  select dbo.fnope(1);
  update m set m.a = 1 from dbo.Missing4 m;
end
