IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'S-BIG')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('S-BIG', N'Big', 90, 500, 0.2, 3);
IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'S-SMALL')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('S-SMALL', N'Small', 10, 50, 0.3, 1);
INSERT INTO dbo.Tenant (Name) VALUES (N'Change Ltd');
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
SELECT TenantId, 'S-BIG', '2025-01-01' FROM dbo.Tenant WHERE Name = N'Change Ltd';
INSERT INTO dbo.Tenant (Name) VALUES (N'Change None Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Change Ltd');

INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'one', 5);
INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'two', 1);
INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'three', 5);
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Change Ltd');

EXECUTE dbo.sp_ChangeSubscription @TenantId = @TenantId, @PlanCode = 'S-SMALL', @EffectiveOn = '2025-02-01';

SELECT j.SourceUri, j.Status, j.ErrorMessage
FROM dbo.IngestionJob AS j
WHERE j.TenantId = @TenantId
ORDER BY j.JobId;

SELECT l.Severity, l.Detail
FROM provenance.OperationLog AS l
WHERE l.TenantId = @TenantId;

BEGIN TRY
    EXECUTE dbo.sp_ChangeSubscription @TenantId, 's-small', '2025-03-01';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_ChangeSubscription @TenantId, 'S-BIG', '2025-02-01';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_ChangeSubscription @TenantId, 'NONE', '2025-03-01';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_ChangeSubscription -1, 'S-BIG', '2025-03-01';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

EXECUTE dbo.sp_ChangeSubscription @TenantId, 'S-BIG', '2025-02-11';
