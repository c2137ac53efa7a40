-- Tenants, their GUIDs and their subscriptions.

-- test: a new GUID makes a tenant on the plan FREE
DECLARE @TenantId INT, @ReturnCode INT, @PlanCode VARCHAR (20), @Name NVARCHAR (200);

EXECUTE @ReturnCode = dbo.sp_ResolveTenantGuid
    @TenantGuid = '7B0C5B0E-6C7E-4B57-9C1B-1D6A3F4E5A01', @TenantName = N'Test New', @TenantId = @TenantId OUTPUT;

SELECT @Name = t.Name, @PlanCode = s.PlanCode
FROM dbo.Tenant AS t
    INNER JOIN dbo.TenantSubscription AS s ON s.TenantId = t.TenantId AND s.ValidTo IS NULL
WHERE t.TenantId = @TenantId;

EXECUTE hart_test.assert_equals 1, @ReturnCode, N'1 says that the tenant is new';
EXECUTE hart_test.assert_equals N'Test New', @Name;
EXECUTE hart_test.assert_equals 'FREE', @PlanCode;
GO

-- test: a known GUID gives the same tenant again
DECLARE @First INT, @Second INT, @ReturnCode INT;

EXECUTE dbo.sp_ResolveTenantGuid @TenantGuid = '7B0C5B0E-6C7E-4B57-9C1B-1D6A3F4E5A02', @TenantName = N'Test Known', @TenantId = @First OUTPUT;
EXECUTE @ReturnCode = dbo.sp_ResolveTenantGuid @TenantGuid = '7b0c5b0e-6c7e-4b57-9c1b-1d6a3f4e5a02', @TenantName = N'Other name', @TenantId = @Second OUTPUT;

EXECUTE hart_test.assert_equals 0, @ReturnCode;
EXECUTE hart_test.assert_equals @First, @Second;
GO

-- test: an inactive tenant is refused
DECLARE @TenantId INT;

EXECUTE dbo.sp_ResolveTenantGuid @TenantGuid = '7B0C5B0E-6C7E-4B57-9C1B-1D6A3F4E5A03', @TenantName = N'Test Inactive', @TenantId = @TenantId OUTPUT;

UPDATE dbo.Tenant
SET IsActive = 0
WHERE TenantId = @TenantId;

EXECUTE hart_test.expect_error @number = 50002;
EXECUTE dbo.sp_ResolveTenantGuid @TenantGuid = '7B0C5B0E-6C7E-4B57-9C1B-1D6A3F4E5A03', @TenantId = @TenantId OUTPUT;
GO

-- test: changing the plan ends the old subscription the day before
DECLARE @TenantId INT, @ValidTo DATE, @Expected DATE = '2025-02-14', @Open INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Change');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'TEAM', '2025-01-01');

EXECUTE dbo.sp_ChangeSubscription @TenantId = @TenantId, @PlanCode = 'PRO', @EffectiveOn = '2025-02-15';

SELECT @ValidTo = ValidTo
FROM dbo.TenantSubscription
WHERE TenantId = @TenantId
      AND PlanCode = 'TEAM';

SELECT @Open = COUNT(*)
FROM dbo.TenantSubscription
WHERE TenantId = @TenantId
      AND ValidTo IS NULL;

EXECUTE hart_test.assert_equals @Expected, @ValidTo;
EXECUTE hart_test.assert_equals 1, @Open, N'one subscription stays open';
GO

-- test: a tenant cannot have two open subscriptions
INSERT INTO dbo.Tenant (Name) VALUES (N'Test Twice');

INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
SELECT TenantId, 'FREE', '2025-01-01' FROM dbo.Tenant WHERE Name = N'Test Twice';

EXECUTE hart_test.expect_error @number = 2601;

INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
SELECT TenantId, 'TEAM', '2025-02-01' FROM dbo.Tenant WHERE Name = N'Test Twice';
GO

-- test: a downgrade fails the jobs that are too many, the least urgent first
DECLARE @TenantId INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Downgrade');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'TEAM', '2025-01-01');
INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority)
VALUES (@TenantId, N'low', 9), (@TenantId, N'high', 1), (@TenantId, N'middle', 5);

EXECUTE dbo.sp_ChangeSubscription @TenantId = @TenantId, @PlanCode = 'FREE', @EffectiveOn = '2025-02-01';

SELECT SourceUri, Status
INTO #Actual
FROM dbo.IngestionJob
WHERE TenantId = @TenantId;

CREATE TABLE #Expected (SourceUri NVARCHAR (400) NOT NULL, Status VARCHAR (10) NOT NULL);
INSERT INTO #Expected (SourceUri, Status)
VALUES (N'high', 'queued'), (N'middle', 'queued'), (N'low', 'failed');

EXECUTE hart_test.assert_tables_equal N'#Expected', N'#Actual';
GO
