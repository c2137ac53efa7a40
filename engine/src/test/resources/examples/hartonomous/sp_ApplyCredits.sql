INSERT INTO dbo.Tenant (Name) VALUES (N'Credit Ltd');
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Credit Ltd');

INSERT INTO dbo.BillingCredit (TenantId, Amount, Remaining, GrantedOn, ExpiresOn, Reason)
VALUES (@TenantId, 30, 30, '2025-01-01', '2025-12-31', N'c1');
INSERT INTO dbo.BillingCredit (TenantId, Amount, Remaining, GrantedOn, ExpiresOn, Reason)
VALUES (@TenantId, 60, 50, '2025-01-01', '2025-06-30', N'c2');
INSERT INTO dbo.BillingCredit (TenantId, Amount, Remaining, GrantedOn, ExpiresOn, Reason)
VALUES (@TenantId, 40, 40, '2025-01-01', '2026-01-31', N'c3'),
       (@TenantId, 20, 20, '2024-01-01', '2025-02-01', N'c4 expired'),
       (@TenantId, 10, 10, '2025-05-01', '2026-01-31', N'c5 later');

INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd, Amount)
VALUES (@TenantId, '2025-03-01', '2025-03-31', 100),
       (@TenantId, '2025-04-01', '2025-04-30', 50);
INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd, Amount, Status)
VALUES (@TenantId, '2025-01-01', '2025-01-31', 50, 'void');
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Credit Ltd');
DECLARE @March BIGINT = (SELECT InvoiceId FROM dbo.BillingInvoice WHERE TenantId = @TenantId AND PeriodStart = '2025-03-01'),
        @April BIGINT = (SELECT InvoiceId FROM dbo.BillingInvoice WHERE TenantId = @TenantId AND PeriodStart = '2025-04-01'),
        @Void BIGINT = (SELECT InvoiceId FROM dbo.BillingInvoice WHERE TenantId = @TenantId AND Status = 'void'),
        @Applied DECIMAL (19, 4);

EXECUTE dbo.sp_ApplyCredits @March, @Applied OUTPUT;
SELECT @Applied AS March;

EXECUTE dbo.sp_ApplyCredits @InvoiceId = @March, @Applied = @Applied OUTPUT;
SELECT @Applied AS Again;

EXECUTE dbo.sp_ApplyCredits @April, @Applied OUTPUT;
SELECT @Applied AS April;

SELECT c.Reason, c.Remaining
FROM dbo.BillingCredit AS c
WHERE c.TenantId = @TenantId
ORDER BY c.Reason;

SELECT i.PeriodStart, i.CreditApplied, i.AmountDue, i.Status
FROM dbo.BillingInvoice AS i
WHERE i.TenantId = @TenantId
      AND i.Status <> 'void'
ORDER BY i.PeriodStart;

SELECT j.amount
FROM provenance.OperationLog AS l
    CROSS APPLY OPENJSON(l.Detail, '$.applied') WITH (credit INT, amount DECIMAL (19, 4)) AS j
WHERE l.TenantId = @TenantId
      AND l.EntityId = @March
      AND l.OperationName = 'billing.credit'
ORDER BY j.credit;

BEGIN TRY
    EXECUTE dbo.sp_ApplyCredits @Void;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_ApplyCredits -1;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
