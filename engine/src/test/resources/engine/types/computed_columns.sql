CREATE TABLE dbo.C (Id int PRIMARY KEY, A int, B int, Ratio AS (A / B), N AS (CONCAT(A, '-', B)), P AS (A + B) PERSISTED);
GO
INSERT dbo.C (Id, A, B) VALUES (1, 4, 2), (2, 4, 0);
GO
SELECT Id, N, P FROM dbo.C ORDER BY Id;
SELECT Id, Ratio FROM dbo.C WHERE Id = 1;
GO
SELECT Ratio FROM dbo.C;
GO
CREATE TABLE dbo.G (Id int PRIMARY KEY, Born date, Age AS (DATEDIFF(year, Born, GETDATE())));
GO
CREATE TABLE dbo.G2 (Id int, Seen AS (GETDATE()));
GO
CREATE INDEX IX ON dbo.C (Ratio);
GO
SELECT Id, Ratio FROM dbo.C WHERE Ratio = 2;
GO
DELETE dbo.C WHERE B = 0;
CREATE INDEX IX2 ON dbo.C (Ratio);
SELECT Ratio FROM dbo.C;
SELECT name, is_computed FROM sys.columns WHERE object_id = OBJECT_ID('dbo.C') ORDER BY column_id;
GO
INSERT dbo.C (Id, A, B) VALUES (3, 1, 0);
GO
UPDATE dbo.C SET A = 8 OUTPUT deleted.N, inserted.N, inserted.Ratio WHERE Id = 1;
GO
INSERT dbo.G (Id, Born) VALUES (1, DATEADD(year, -30, GETDATE()));
SELECT Age FROM dbo.G WHERE Age = 30;
SELECT Age, COUNT(*) AS n FROM dbo.G GROUP BY Age;
GO
CREATE VIEW dbo.GV AS SELECT Id, Age FROM dbo.G;
GO
SELECT * FROM dbo.GV;
GO
CREATE INDEX IXG ON dbo.G (Age);
GO
CREATE TABLE dbo.P (Id int, X AS (GETDATE()) PERSISTED);
GO
CREATE TABLE dbo.T (Id int PRIMARY KEY, Total AS (Id * 2));
GO
CREATE TRIGGER dbo.tr ON dbo.T AFTER INSERT, UPDATE AS SELECT Id, Total FROM inserted;
GO
INSERT dbo.T VALUES (21);
GO
CREATE TABLE #c (A int, B AS (A * 2), C AS (DATEDIFF(day, GETDATE(), GETDATE())));
INSERT #c (A) VALUES (4);
SELECT * FROM #c;
DECLARE @t TABLE (A int, B AS (A + 1)); INSERT @t (A) VALUES (1); SELECT * FROM @t;
GO
ALTER TABLE dbo.T ADD Half AS (Id / 2), CONSTRAINT UQ_T UNIQUE (Total);
GO
SELECT * FROM dbo.T; INSERT dbo.T VALUES (21);
GO
EXEC sp_rename 'dbo.T.Half', 'Halved', 'COLUMN';
SELECT Halved FROM dbo.T;
ALTER TABLE dbo.T DROP COLUMN Halved;
SELECT * FROM dbo.T;
