CREATE INDEX i ON dbo.T (a) WHERE a > b;
