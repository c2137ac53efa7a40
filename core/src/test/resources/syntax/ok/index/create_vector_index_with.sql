CREATE VECTOR INDEX v ON t (e) WITH (METRIC = 'cosine', TYPE = 'DiskANN')
