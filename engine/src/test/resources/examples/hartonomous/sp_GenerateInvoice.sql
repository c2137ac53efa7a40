IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'T-BASIC')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('T-BASIC', N'Basic', 31.00, 10, 0.5, 5);
IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'T-PLUS')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('T-PLUS', N'Plus', 62.00, 2, 0.25, 5);
INSERT INTO dbo.Tenant (Name) VALUES (N'Invoice Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Invoice Ltd');

INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom, ValidTo)
VALUES (@TenantId, 'T-BASIC', '2025-01-01', '2025-03-10'),
       (@TenantId, 'T-PLUS', '2025-03-11', NULL);

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, OutputTokens, Status, RequestedAt)
VALUES (@TenantId, 'chat', N'p1', 1500, 1000, 'completed', '2025-03-01T00:00:00.000'),
       (@TenantId, 'embed', N'p2', 1000, NULL, 'failed', '2025-03-31T23:59:59.999'),
       (@TenantId, 'chat', N'p3', 500, 0, 'completed', '2025-04-01T00:00:00.000');

INSERT INTO dbo.BillingCredit (TenantId, Amount, Remaining, GrantedOn, ExpiresOn)
VALUES (@TenantId, 20, 20, '2025-01-01', '2025-12-31');
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Invoice Ltd');
DECLARE @InvoiceId BIGINT;

EXECUTE dbo.sp_GenerateInvoice @TenantId = @TenantId, @Month = '2025-03-17', @InvoiceId = @InvoiceId OUTPUT;

SELECT l.OperationName, l.Detail
FROM provenance.OperationLog AS l
WHERE l.TenantId = @TenantId
      AND l.EntityId = @InvoiceId
      AND l.OperationName = 'invoice.status';

BEGIN TRY
    EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-03-01', @InvoiceId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber,
           REPLACE(ERROR_MESSAGE(), CONCAT(N'tenant ', @TenantId, N' '), N'tenant ') AS ErrorMessage;
END CATCH;

EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-04-30', @InvoiceId OUTPUT;

BEGIN TRY
    EXECUTE dbo.sp_GenerateInvoice @TenantId, '2024-05-01', @InvoiceId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Invoice Ltd');
BEGIN TRY
    UPDATE dbo.BillingInvoice
    SET Amount = Amount + 1
    WHERE TenantId = @TenantId;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

SELECT COUNT(*) AS InvoiceCount, SUM(i.Amount) AS Amount, MAX(i.InvoiceNumber) - MIN(i.InvoiceNumber) AS Gap
FROM dbo.BillingInvoice AS i
WHERE i.TenantId = @TenantId;

UPDATE dbo.BillingInvoice
SET Status = 'void'
WHERE TenantId = @TenantId
      AND PeriodStart = '2025-04-01';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Invoice Ltd');
DECLARE @InvoiceId BIGINT;

EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-04-01', @InvoiceId OUTPUT;
