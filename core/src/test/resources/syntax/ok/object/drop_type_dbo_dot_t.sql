DROP TYPE dbo.t
