RETURN @a +
