CREATE SCHEMA prov AUTHORIZATION HartRole;
GO
CREATE ROLE HartRole AUTHORIZATION dbo;
GO
CREATE USER AppUser WITHOUT LOGIN WITH DEFAULT_SCHEMA = prov;
GO
ALTER ROLE HartRole ADD MEMBER AppUser;
GO
ALTER ROLE db_datareader ADD MEMBER AppUser;
GO
GRANT SELECT ON SCHEMA::prov TO AppUser;
GO
GRANT EXECUTE ON dbo.p1 TO HartRole;
GO
GRANT SELECT (a, b), UPDATE ON dbo.t1 TO AppUser WITH GRANT OPTION;
GO
DENY DELETE ON dbo.t1 TO AppUser;
GO
GRANT CONNECT TO AppUser;
GO
GRANT EXECUTE ON TYPE::dbo.tt TO AppUser;
GO
CREATE TYPE dbo.tt AS TABLE (id int NOT NULL PRIMARY KEY, n nvarchar(20) NULL DEFAULT ('x'), c AS id + 1, CHECK (id > 0), UNIQUE (n), INDEX ix_n (n));
GO
CREATE TYPE dbo.Money2 FROM decimal(10,2) NOT NULL;
GO
CREATE SEQUENCE dbo.s1 AS bigint START WITH 5 INCREMENT BY 2 MINVALUE 1 MAXVALUE 1000 CYCLE CACHE 10;
GO
CREATE SEQUENCE prov.s2;
GO
CREATE SYNONYM dbo.syn FOR dbo.t1;
GO
CREATE SYNONYM dbo.syn2 FOR other.dbo.t9;
GO
CREATE TABLE dbo.t1 (
  a int NOT NULL IDENTITY(5,2),
  b nvarchar(max) COLLATE Latin1_General_CS_AS NULL,
  c varchar(10) NOT NULL CONSTRAINT DF_c DEFAULT 'x',
  d AS a * 2 PERSISTED NOT NULL,
  e decimal(10,2) NULL,
  f vector(8) NULL,
  g json NULL,
  h float(24) NULL, h2 float null, h3 real null,
  i datetime2 NULL, i3 time(3) null, 
  j uniqueidentifier ROWGUIDCOL NOT NULL DEFAULT NEWSEQUENTIALID(),
  k varbinary(max) NULL, l rowversion, m dbo.Money2 null, n sysname null, o timestamp null, x xml null, 
  p int SPARSE null, q nvarchar(20) MASKED WITH (FUNCTION = 'default()') null,
  CONSTRAINT PK_t1 PRIMARY KEY NONCLUSTERED (a DESC) WITH (FILLFACTOR = 80, PAD_INDEX = ON),
  CONSTRAINT UQ_t1 UNIQUE CLUSTERED (c, e) ,
  CONSTRAINT CK_t1 CHECK (e > 0 AND c <> 'y'),
  CONSTRAINT FK_t1 FOREIGN KEY (e) REFERENCES prov.t2 (id) ON DELETE SET NULL ON UPDATE CASCADE NOT FOR REPLICATION,
  INDEX ix_in NONCLUSTERED (i) INCLUDE (h) WHERE h IS NOT NULL
) WITH (DATA_COMPRESSION = PAGE);
GO
CREATE TABLE prov.t2 (id decimal(10,2) NOT NULL PRIMARY KEY, v int, vf datetime2(7) GENERATED ALWAYS AS ROW START HIDDEN NOT NULL, vt datetime2(7) GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (vf, vt)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = prov.t2h, HISTORY_RETENTION_PERIOD = 6 MONTHS));
GO
CREATE TABLE prov.t2h (id decimal(10,2) NOT NULL, v int, vf datetime2(7) NOT NULL, vt datetime2(7) NOT NULL);
GO
CREATE CLUSTERED INDEX ix_h ON prov.t2h (vt, vf) WITH (DATA_COMPRESSION = PAGE);
GO
ALTER TABLE prov.t2 ADD CONSTRAINT CK_v CHECK (v > 0);
GO
ALTER TABLE prov.t2 ADD CONSTRAINT DF_v DEFAULT 3 FOR v;
GO
CREATE UNIQUE INDEX ux ON dbo.t1 (c) WHERE e > 1 AND c = 'x' WITH (IGNORE_DUP_KEY = ON, FILLFACTOR = 70, DATA_COMPRESSION = ROW);
GO
CREATE NONCLUSTERED COLUMNSTORE INDEX ncc ON prov.t2 (v);
GO
-- a comment
CREATE VIEW dbo.v1 (x, y) WITH SCHEMABINDING AS SELECT a, b FROM dbo.t1 WHERE c = 'x' WITH CHECK OPTION;
GO
CREATE VIEW dbo.v2 AS WITH q AS (SELECT a, c FROM dbo.t1) SELECT t.v + 1 AS w, q.* FROM q JOIN prov.t2 AS t ON t.id = q.a;
GO
CREATE FUNCTION dbo.f1 (@x int, @y nvarchar(10) = N'q') RETURNS int WITH SCHEMABINDING AS BEGIN DECLARE @z int = @x; RETURN (SELECT MAX(a) FROM dbo.t1 WHERE a > @z) END
GO
CREATE FUNCTION dbo.f2 (@x int) RETURNS TABLE AS RETURN (SELECT a, dbo.f1(@x, DEFAULT) AS r FROM dbo.t1 WHERE a = @x)
GO
CREATE FUNCTION dbo.f3 (@x int) RETURNS @r TABLE (id int NOT NULL PRIMARY KEY, n nvarchar(20) DEFAULT 'z', CHECK (id > 1)) AS BEGIN INSERT @r SELECT a, b FROM dbo.t1; RETURN END
GO
CREATE PROCEDURE dbo.p1 @a int, @b dbo.tt READONLY, @c nvarchar(max) = NULL OUTPUT WITH RECOMPILE, EXECUTE AS OWNER AS
SET NOCOUNT ON;
INSERT INTO dbo.t1 (c) SELECT n FROM @b;
EXEC dbo.p2 @x = 1;
SELECT * FROM dbo.f2(@a) AS f CROSS APPLY dbo.f3(f.a) g;
SELECT NEXT VALUE FOR dbo.s1, dbo.f1(1, 'x');
CREATE TABLE #q (z int); INSERT #q SELECT a FROM dbo.syn; SELECT z FROM #q;
DECLARE @t TABLE (u int); UPDATE t SET t.c = 'q' OUTPUT inserted.a INTO @t FROM dbo.t1 t JOIN prov.t2 x ON x.id = t.a WHERE x.v > 1;
MERGE dbo.t1 AS tgt USING (SELECT id, v FROM prov.t2) AS src ON tgt.a = src.id WHEN MATCHED THEN UPDATE SET e = src.v WHEN NOT MATCHED THEN INSERT (c, e) VALUES ('m', src.v);
DECLARE @m dbo.Money2;
GO
CREATE PROCEDURE dbo.p2 @x int AS SELECT 1;
GO
CREATE TRIGGER dbo.tr1 ON dbo.t1 AFTER INSERT, UPDATE AS BEGIN SET NOCOUNT ON; INSERT prov.t2 (id, v) SELECT i.a, 1 FROM inserted i JOIN deleted d ON d.a = i.a; IF UPDATE(c) PRINT 'x'; END
GO
EXEC sp_addextendedproperty N'MS_Description', N'A table', N'SCHEMA', N'dbo', N'TABLE', N't1';
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'A col', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N't1', @level2type = N'COLUMN', @level2name = N'a';
GO
EXEC sp_addextendedproperty 'dbver', 12;
GO
CREATE PARTITION FUNCTION pf1 (int) AS RANGE RIGHT FOR VALUES (1, 10, 100);
GO
CREATE PARTITION SCHEME ps1 AS PARTITION pf1 ALL TO ([PRIMARY]);
GO
CREATE TABLE dbo.pt (id int NOT NULL, CONSTRAINT PK_pt PRIMARY KEY CLUSTERED (id) ON ps1 (id)) ON ps1 (id);
GO
CREATE TABLE dbo.nodet (id int) AS NODE;
GO
CREATE TRIGGER ddl1 ON DATABASE FOR CREATE_TABLE AS PRINT 'x';
GO
CREATE PROCEDURE dbo.p3 @rows dbo.tt READONLY AS
CREATE TABLE #t (id int IDENTITY(1,1), v int);
DECLARE @t TABLE (id int IDENTITY(1,1), v int);
INSERT #t (v) SELECT v FROM @t;
SELECT IDENTITY(int,1,1) AS id, v INTO #u FROM #t; SELECT * FROM #u;
INSERT prov.t2 (id, v) OUTPUT inserted.id INTO dbo.outs (id) SELECT id, 1 FROM @rows;
GO
CREATE TABLE dbo.outs (id int NULL, named int NULL, UNIQUE NONCLUSTERED (id), INDEX named (named) INCLUDE (id));
GO
CREATE VIEW dbo.outs2 AS SELECT named FROM dbo.outs WHERE named > 1;
GO
EXEC sp_addextendedproperty 'p', 'of the index', 'SCHEMA', 'dbo', 'TABLE', 'outs', 'INDEX', 'named';
GO
EXEC sp_addextendedproperty 'p', 'of the column', 'SCHEMA', 'dbo', 'TABLE', 'outs', 'COLUMN', 'named';
GO
ALTER TABLE dbo.outs ADD UNIQUE (named);
GO
CREATE FUNCTION dbo.i1() RETURNS TABLE AS RETURN (SELECT 1 AS a) ;
GO
CREATE FUNCTION dbo.i2() RETURNS TABLE AS RETURN SELECT 1 AS a
-- end
;
GO
CREATE FUNCTION dbo.i3() RETURNS TABLE AS RETURN (SELECT 1 AS a)
-- end
GO
CREATE VIEW dbo.w1 AS SELECT 1 AS a -- end
GO
CREATE VIEW dbo.w2 AS SELECT 1 AS a /* x */ ; -- end
GO
CREATE VIEW dbo.[x.]]y] AS SELECT 1 AS [a.b], ']]>' AS c;
GO
CREATE TRIGGER ddl2 ON DATABASE FOR DDL_TABLE_EVENTS, DROP_VIEW AS PRINT 'y';
GO
CREATE SEQUENCE dbo.s3 AS int START WITH 10 INCREMENT BY -1 NO CACHE;
GO
CREATE SEQUENCE dbo.s4 AS bigint INCREMENT BY 1 START WITH -9223372036854775808;
GO
CREATE SEQUENCE dbo.s5 START WITH +007 NO MINVALUE NO MAXVALUE NO CYCLE CACHE;
GO
CREATE SEQUENCE prov.s6 MAXVALUE 999 AS decimal (5, 0) INCREMENT BY 1.;
