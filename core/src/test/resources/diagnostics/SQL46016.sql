SELECT db..a FROM dbo.T;
