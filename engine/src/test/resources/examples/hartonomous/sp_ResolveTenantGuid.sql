IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'FREE')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('FREE', N'Free', 0, 10, 0, 2);

DECLARE @First INT, @Second INT, @ReturnCode INT;

EXECUTE @ReturnCode = dbo.sp_ResolveTenantGuid
    @TenantGuid = 'ABCDEF01-2345-6789-ABCD-EF0123456789', @TenantName = N'Resolve Ltd', @MappedBy = N'engine', @TenantId = @First OUTPUT;

SELECT @ReturnCode AS ReturnCode, t.Name, t.Region, t.IsActive, s.PlanCode, m.MappedBy
FROM dbo.Tenant AS t
    INNER JOIN dbo.TenantGuidMapping AS m ON m.TenantId = t.TenantId
    INNER JOIN dbo.TenantSubscription AS s ON s.TenantId = t.TenantId
WHERE t.TenantId = @First;

SELECT l.OperationName, JSON_VALUE(l.Detail, '$.mappedBy') AS MappedBy, JSON_VALUE(l.Detail, '$.tenantGuid') AS TenantGuid
FROM provenance.OperationLog AS l
WHERE l.TenantId = @First;

EXECUTE @ReturnCode = dbo.sp_ResolveTenantGuid 'abcdef01-2345-6789-abcd-ef0123456789', NULL, NULL, @Second OUTPUT;

SELECT @ReturnCode AS ReturnCode, IIF(@Second = @First, 'same', 'other') AS Tenant, @@TRANCOUNT AS TransactionCount;
GO

DECLARE @TenantId INT;

EXECUTE dbo.sp_ResolveTenantGuid @TenantGuid = 'ABCDEF01-2345-6789-ABCD-EF0123456780', @TenantId = @TenantId OUTPUT;

SELECT Name
FROM dbo.Tenant
WHERE TenantId = @TenantId;

UPDATE dbo.Tenant
SET IsActive = 0
WHERE TenantId = @TenantId;

BEGIN TRY
    EXECUTE dbo.sp_ResolveTenantGuid @TenantGuid = 'ABCDEF01-2345-6789-ABCD-EF0123456780', @TenantId = @TenantId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
GO

DECLARE @TenantId INT;

BEGIN TRY
    EXECUTE dbo.sp_ResolveTenantGuid @TenantGuid = NULL, @TenantId = @TenantId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
