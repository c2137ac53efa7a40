CREATE TABLE t (a varchar(max), b varbinary(max) FILESTREAM NULL, c vector(8), d json, e xml(CONTENT dbo.x), f xml(dbo.x), g sys.geography, h dbo.MyType NOT NULL) FILESTREAM_ON fs
