GRANT SELECT (a, b), UPDATE (c) ON OBJECT::dbo.t TO u, public WITH GRANT OPTION AS dbo;
