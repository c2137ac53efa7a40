IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
INSERT INTO dbo.Tenant (Name) VALUES (N'History Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'v', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'History Ltd'
ORDER BY v.CanonicalText;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'History Ltd');
UPDATE dbo.Atom
SET OccurrenceCount = 3
WHERE TenantId = @TenantId;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'History Ltd');
UPDATE dbo.Atom
SET CanonicalText = N'w'
WHERE TenantId = @TenantId;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'History Ltd');
DECLARE @AtomId BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'w');
DECLARE @At DATETIME2 (7);

EXECUTE dbo.sp_GetAtomHistory @TenantId, @AtomId;

-- The first version ends where the second one begins.
SELECT @At = MIN(ValidTo)
FROM dbo.AtomHistory
WHERE AtomId = @AtomId;

EXECUTE dbo.sp_GetAtomHistory @TenantId, @AtomId, @At;

SELECT COUNT(*) AS HistoryRows
FROM dbo.AtomHistory
WHERE AtomId = @AtomId;

SELECT COUNT(*) AS BeforeTheBeginning
FROM dbo.Atom FOR SYSTEM_TIME AS OF '2001-01-01'
WHERE AtomId = @AtomId;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'History Ltd');

-- Two changes in one transaction: the version between them lasted no time. It is in the history table, but no question about time finds it.
BEGIN TRANSACTION;

UPDATE dbo.Atom SET OccurrenceCount = 10 WHERE TenantId = @TenantId;
UPDATE dbo.Atom SET OccurrenceCount = 11 WHERE TenantId = @TenantId;

COMMIT TRANSACTION;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'History Ltd');
DECLARE @AtomId BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'w');

EXECUTE dbo.sp_GetAtomHistory @TenantId, @AtomId;

SELECT COUNT(*) AS HistoryRows,
       SUM(CASE WHEN ValidFrom = ValidTo THEN 1 ELSE 0 END) AS WithoutTime
FROM dbo.AtomHistory
WHERE AtomId = @AtomId;

-- The columns of the period are hidden.
SELECT *
FROM dbo.Atom
WHERE AtomId = @AtomId;
