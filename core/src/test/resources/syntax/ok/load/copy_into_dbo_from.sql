COPY INTO dbo.t FROM 'https://a.b.c/d';
