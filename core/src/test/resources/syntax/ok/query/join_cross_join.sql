SELECT * FROM (a JOIN b ON a.i = b.i), c, d CROSS JOIN e
