SET @a = 1 SET @b += 2 SET @c -= 3 SET @d *= 2 SET @e ||= 'x'
