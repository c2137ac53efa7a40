SELECT * FROM ::f(*);
