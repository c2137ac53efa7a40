-- Which error ends what: the statement, the module, the batch.
CREATE TABLE dbo.T (Id int NOT NULL PRIMARY KEY, V int NULL)
GO
INSERT INTO dbo.T VALUES (1, 1);
INSERT INTO dbo.T VALUES (1, 2);
SELECT @@ERROR AS e, @@ROWCOUNT AS r;
SELECT COUNT(*) AS n FROM dbo.T;
GO
CREATE PROCEDURE dbo.late AS
SELECT 'before' AS s;
SELECT * FROM dbo.Missing;
SELECT 'not reached' AS s;
GO
EXEC dbo.late;
SELECT 'after' AS s;
GO
SELECT CONVERT(int, 'x') AS n;
SELECT 'not reached: a conversion error ends the batch' AS s;
GO
SET XACT_ABORT ON;
BEGIN TRAN;
INSERT INTO dbo.T VALUES (2, 2);
INSERT INTO dbo.T VALUES (2, 3);
SELECT 'not reached' AS s;
GO
SELECT @@TRANCOUNT AS t, COUNT(*) AS n FROM dbo.T;
SET XACT_ABORT OFF;
GO
THROW 50001, N'thrown', 7;
SELECT 'not reached' AS s;
GO
RAISERROR('told %d', 10, 1, 5);
RAISERROR('%s is wrong', 16, 2, 'it');
SELECT 'reached' AS s;
GO
SELECT NoColumn FROM dbo.T;
GO
EXEC dbo.NoProcedure;
SELECT 'reached' AS s;
GO
SELECT Id FROM
GO
