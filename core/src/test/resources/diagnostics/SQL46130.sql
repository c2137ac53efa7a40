COPY INTO dbo.T FROM 'https://x/y' WITH (FIRSTROW = 0);
