CREATE TABLE dbo.Parent (Id int PRIMARY KEY, Name nvarchar(20));
CREATE TABLE dbo.Child (Id int PRIMARY KEY, ParentId int NULL REFERENCES dbo.Parent (Id) ON DELETE CASCADE ON UPDATE CASCADE, Twice AS (Id * 2), V rowversion);
CREATE TABLE dbo.Grand (Id int PRIMARY KEY, ChildId int NULL REFERENCES dbo.Child (Id) ON DELETE SET NULL);
CREATE TABLE dbo.Versioned (Id int PRIMARY KEY, ParentId int NOT NULL REFERENCES dbo.Parent (Id) ON DELETE CASCADE ON UPDATE CASCADE,
  ValidFrom datetime2 GENERATED ALWAYS AS ROW START NOT NULL, ValidTo datetime2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (ValidFrom, ValidTo))
  WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.VersionedHistory));
CREATE TABLE dbo.Log (N int IDENTITY, T nvarchar(200));
GO
CREATE TRIGGER dbo.trParent ON dbo.Parent AFTER UPDATE, DELETE AS
  INSERT dbo.Log (T) SELECT CONCAT('parent: ', Id) FROM deleted;
GO
CREATE TRIGGER dbo.trChild ON dbo.Child AFTER UPDATE, DELETE AS
BEGIN
  INSERT dbo.Log (T) SELECT CONCAT('child ', CASE WHEN EXISTS (SELECT * FROM inserted) THEN 'updated' ELSE 'deleted' END, ': ', COUNT(*), ' old ', MIN(ParentId), ' twice ', MIN(Twice)) FROM deleted;
  IF UPDATE(ParentId) INSERT dbo.Log (T) SELECT CONCAT('new parent ', MIN(ParentId)) FROM inserted;
END;
GO
CREATE TRIGGER dbo.trGrand ON dbo.Grand AFTER UPDATE AS
  INSERT dbo.Log (T) SELECT CONCAT('grand: ', d.Id, ' was ', d.ChildId, ' now ', ISNULL(CAST(i.ChildId AS varchar(10)), 'null')) FROM deleted d JOIN inserted i ON i.Id = d.Id;
GO
INSERT dbo.Parent VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT dbo.Child (Id, ParentId) VALUES (10, 1), (11, 1), (20, 2);
INSERT dbo.Grand VALUES (100, 10), (200, 20);
INSERT dbo.Versioned (Id, ParentId) VALUES (7, 1), (8, 2);
GO
DECLARE @before binary(8) = (SELECT V FROM dbo.Child WHERE Id = 20);
UPDATE dbo.Parent SET Id = 22 WHERE Id = 2;
SELECT CASE WHEN V > @before THEN 'moved on' ELSE 'same' END AS RowVersion FROM dbo.Child WHERE Id = 20;
SELECT T FROM dbo.Log ORDER BY N; DELETE dbo.Log;
GO
DELETE dbo.Parent WHERE Id = 1;
GO
SELECT T FROM dbo.Log ORDER BY N; DELETE dbo.Log;
SELECT Id, ParentId, CASE WHEN ValidTo < '9999-01-01' THEN 'closed' ELSE 'open' END AS Period FROM dbo.Versioned FOR SYSTEM_TIME ALL ORDER BY Id, ParentId;
SELECT * FROM dbo.Grand ORDER BY Id;
GO
DELETE dbo.Parent WHERE Id = 3;
SELECT T FROM dbo.Log ORDER BY N; DELETE dbo.Log;
GO
BEGIN TRAN;
DELETE dbo.Parent;
SELECT COUNT(*) AS children FROM dbo.Child;
ROLLBACK;
SELECT COUNT(*) AS children, (SELECT COUNT(*) FROM dbo.VersionedHistory) AS history FROM dbo.Child;
GO
DELETE dbo.Child WHERE Id = 20;
SELECT T FROM dbo.Log ORDER BY N;
