GRANT ALL ON dbo.t TO u
