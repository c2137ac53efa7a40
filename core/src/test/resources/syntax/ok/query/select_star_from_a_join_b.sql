SELECT * FROM a JOIN b JOIN c ON b.i = c.i ON a.i = b.i
