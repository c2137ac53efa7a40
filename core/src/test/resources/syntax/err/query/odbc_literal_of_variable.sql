SELECT {d @x}
