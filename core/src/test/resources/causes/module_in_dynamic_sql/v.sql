IF OBJECT_ID('dbo.Numbers') IS NULL
    EXEC ('CREATE VIEW dbo.Numbers AS SELECT 1 AS N');
GO
CREATE VIEW dbo.Doubles AS SELECT N * 2 AS N FROM dbo.Numbers;
