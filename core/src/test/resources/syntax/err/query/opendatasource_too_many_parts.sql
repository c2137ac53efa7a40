SELECT * FROM OPENDATASOURCE('a', 'b').c.d.e.f;
