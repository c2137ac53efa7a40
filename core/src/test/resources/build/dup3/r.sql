create sequence dbo.pq
