SELECT 1 FROM {oj dbo.t};
