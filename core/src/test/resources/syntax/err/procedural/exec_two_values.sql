EXEC p @x @y
