CREATE SERVER AUDIT a TO FILE (FILEPATH = 'f') WHERE object_name = 'x' AND NOT (a.b > 2 OR c != 1);
