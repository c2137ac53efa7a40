BULK INSERT dbo.t FROM 'f';
