IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'FREE')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('FREE', N'Free', 0, 10, 0, 2);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'fact')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('fact', N'Fact', 2.00);
INSERT INTO dbo.Tenant (Name) VALUES (N'Enqueue Ltd');
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
SELECT TenantId, 'FREE', '2025-01-01' FROM dbo.Tenant WHERE Name = N'Enqueue Ltd';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Enqueue Ltd');
DECLARE @JobId BIGINT, @Again BIGINT;

EXECUTE dbo.sp_EnqueueIngestion @TenantId = @TenantId, @SourceUri = N's3://docs/a',
    @Items = N'[{"text": " The sky is blue ", "type": "fact", "x": 3, "y": 4}, {"text": "Water is wet"}, {"text": "   "}, {"text": "Cats purr", "type": "unknown"}]',
    @JobId = @JobId OUTPUT;

EXECUTE dbo.sp_EnqueueIngestion @TenantId, N's3://docs/A', N'[{"text": "Dogs bark"}]', 2, @Again OUTPUT;

SELECT n.ItemNumber, n.ItemText, n.AtomTypeCode, n.SpatialKey, n.Status
FROM dbo.IngestionJobItem AS n
WHERE n.JobId = @JobId
ORDER BY n.ItemNumber;

SELECT COUNT(*) AS LogCount, IIF(@Again = @JobId, 'same', 'other') AS Job
FROM provenance.OperationLog
WHERE TenantId = @TenantId
      AND OperationName = 'ingestion.enqueue';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Enqueue Ltd');
DECLARE @JobId BIGINT;

EXECUTE dbo.sp_EnqueueIngestion @TenantId = @TenantId, @SourceUri = N's3://docs/b', @Items = N'[]', @Priority = 9, @JobId = @JobId OUTPUT;

BEGIN TRY
    EXECUTE dbo.sp_EnqueueIngestion @TenantId = @TenantId, @SourceUri = N's3://docs/c', @Items = N'[]', @JobId = @JobId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber,
           REPLACE(ERROR_MESSAGE(), CONCAT(N'tenant ', @TenantId, N' '), N'tenant ') AS ErrorMessage;
END CATCH;

BEGIN TRY
    EXECUTE dbo.sp_EnqueueIngestion @TenantId = @TenantId, @SourceUri = N's3://docs/c', @Items = N'{"text": "x"}', @JobId = @JobId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_EnqueueIngestion @TenantId = @TenantId, @SourceUri = N's3://docs/c', @Items = N'nonsense', @JobId = @JobId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_EnqueueIngestion @TenantId = -5, @SourceUri = N's3://docs/c', @Items = N'[]', @JobId = @JobId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
