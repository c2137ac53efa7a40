THROW @a, @b, @c
