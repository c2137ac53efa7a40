SELECT * FROM ::fn_listextendedproperty(NULL, DEFAULT) x;
