READTEXT dbo.t.c 0xAB @o @s HOLDLOCK;
