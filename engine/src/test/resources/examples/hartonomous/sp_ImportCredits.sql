INSERT INTO dbo.Tenant (Name) VALUES (N'Import Ltd');
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Import Ltd');

EXECUTE dbo.sp_ImportCredits @TenantId = @TenantId, @GrantedOn = '2025-03-01', @Credits = N'[
    {"amount": "12.50", "expires": "2025-12-31", "reason": "welcome"},
    {"amount": "twelve", "expires": "2025-12-31", "reason": "x"},
    {"amount": "-1", "expires": "2025-12-31", "reason": "x"},
    {"amount": "5", "expires": "31/31/2025", "reason": "y"},
    {"amount": "5", "expires": "2025-02-01"},
    {"amount": "12.5", "expires": "2026-01-31", "reason": "Welcome"},
    {"amount": 7, "expires": "2025-04-01"},
    {"expires": "2025-04-01"}]';

SELECT c.Amount, c.Remaining, c.GrantedOn, c.ExpiresOn, c.Reason
FROM dbo.BillingCredit AS c
WHERE c.TenantId = @TenantId
ORDER BY c.CreditId;

BEGIN TRY
    EXECUTE dbo.sp_ImportCredits @TenantId, N'12.50;2025-12-31';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_ImportCredits -1, N'[]';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
