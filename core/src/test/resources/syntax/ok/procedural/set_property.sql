SET @x.Lat = 1 + 2; SET @x::Member += 1
