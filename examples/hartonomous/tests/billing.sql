-- Invoices and credits. The seed's plans: TEAM costs 30.00 with 100 units, then 0.25 each; PRO 90.00 with 500 units, then 0.20 each.

-- test: a whole month on one plan costs its fee
DECLARE @TenantId INT, @InvoiceId BIGINT, @Amount DECIMAL (19, 4), @Status VARCHAR (10), @LineCount INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Month');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'TEAM', '2024-01-01');

EXECUTE dbo.sp_GenerateInvoice @TenantId = @TenantId, @Month = '2024-02-10', @InvoiceId = @InvoiceId OUTPUT;

SELECT @Amount = Amount, @Status = Status FROM dbo.BillingInvoice WHERE InvoiceId = @InvoiceId;
SELECT @LineCount = COUNT(*) FROM dbo.BillingInvoiceLine WHERE InvoiceId = @InvoiceId;

EXECUTE hart_test.assert_equals 30.00, @Amount;
EXECUTE hart_test.assert_equals 'issued', @Status;
EXECUTE hart_test.assert_equals 1, @LineCount, N'no line for units';
GO

-- test: a change of plan within the month costs each plan for its days
-- June has 30 days: TEAM for 9 of them is 9.00, PRO for 21 is 63.00.
DECLARE @TenantId INT, @InvoiceId BIGINT, @Amount DECIMAL (19, 4);

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Prorated');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom, ValidTo) VALUES (@TenantId, 'TEAM', '2025-01-01', '2025-06-09');
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'PRO', '2025-06-10');

EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-06-01', @InvoiceId OUTPUT;

SELECT @Amount = Amount FROM dbo.BillingInvoice WHERE InvoiceId = @InvoiceId;
EXECUTE hart_test.assert_equals 72.00, @Amount;
GO

-- test: units above the included ones have a line of their own
-- 102,500 tokens are 103 units, 3 above the 100 of TEAM: 0.75.
DECLARE @TenantId INT, @InvoiceId BIGINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Units');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'TEAM', '2025-01-01');
INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, OutputTokens, Status, RequestedAt)
VALUES (@TenantId, 'chat', N'p', 60000, 40000, 'completed', '2025-03-01T00:00:00'),
       (@TenantId, 'embed', N'p', 2500, NULL, 'failed', '2025-03-31T23:59:59.999'),
       (@TenantId, 'chat', N'not in March', 90000, 0, 'completed', '2025-04-01T00:00:00');

EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-03-01', @InvoiceId OUTPUT;

SELECT LineNumber, Quantity, LineAmount
INTO #Actual
FROM dbo.BillingInvoiceLine
WHERE InvoiceId = @InvoiceId;

CREATE TABLE #Expected (LineNumber SMALLINT NOT NULL, Quantity INT NOT NULL, LineAmount DECIMAL (19, 4) NULL);
INSERT INTO #Expected VALUES (1, 1, 30.00), (2, 3, 0.75);

EXECUTE hart_test.assert_tables_equal N'#Expected', N'#Actual';
GO

-- test: credits that expire first are used first
DECLARE @TenantId INT, @InvoiceId BIGINT, @Status VARCHAR (10);

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Credits');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'TEAM', '2025-01-01');
INSERT INTO dbo.BillingCredit (TenantId, Amount, Remaining, GrantedOn, ExpiresOn, Reason)
VALUES (@TenantId, 25, 25, '2025-01-01', '2025-12-31', N'late'),
       (@TenantId, 10, 10, '2025-01-01', '2025-04-30', N'soon'),
       (@TenantId, 50, 50, '2025-01-01', '2025-03-30', N'expired');

EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-03-01', @InvoiceId OUTPUT;

SELECT Reason, Remaining
INTO #Actual
FROM dbo.BillingCredit
WHERE TenantId = @TenantId;

CREATE TABLE #Expected (Reason NVARCHAR (200) NULL, Remaining DECIMAL (19, 4) NOT NULL);
INSERT INTO #Expected VALUES (N'soon', 0), (N'late', 5), (N'expired', 50);

SELECT @Status = Status FROM dbo.BillingInvoice WHERE InvoiceId = @InvoiceId;

EXECUTE hart_test.assert_tables_equal N'#Expected', N'#Actual';
EXECUTE hart_test.assert_equals 'paid', @Status, N'nothing is left to pay';
GO

-- test: a month is invoiced once
DECLARE @TenantId INT, @InvoiceId BIGINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Once');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'TEAM', '2025-01-01');
EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-03-01', @InvoiceId OUTPUT;

EXECUTE hart_test.expect_error @number = 50020, @message_like = N'%2025-03%';
EXECUTE dbo.sp_GenerateInvoice @TenantId, '2025-03-31', @InvoiceId OUTPUT;
GO

-- test: an issued invoice cannot be changed
DECLARE @TenantId INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Protect');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd, Amount, Status)
VALUES (@TenantId, '2025-01-01', '2025-01-31', 10, 'issued');

EXECUTE hart_test.expect_error @number = 50090;

UPDATE dbo.BillingInvoice
SET Amount = 20
WHERE TenantId = @TenantId;
GO

-- test: invoices have numbers without gaps
DECLARE @TenantId INT, @Gap BIGINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Numbers');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd) VALUES (@TenantId, '2025-01-01', '2025-01-31');
INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd) VALUES (@TenantId, '2025-02-01', '2025-02-28');

SELECT @Gap = MAX(InvoiceNumber) - MIN(InvoiceNumber)
FROM dbo.BillingInvoice
WHERE TenantId = @TenantId;

EXECUTE hart_test.assert_equals 1, @Gap;
GO

-- test: bad lines of a credit list come back and good ones are credited
DECLARE @TenantId INT, @Total DECIMAL (19, 4), @Count INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Import');
SET @TenantId = SCOPE_IDENTITY();

EXECUTE dbo.sp_ImportCredits
    @TenantId = @TenantId,
    @GrantedOn = '2025-03-01',
    @Credits = N'[{"amount": "12.50", "expires": "2025-12-31", "reason": "a"}, {"amount": "ten", "expires": "2025-12-31"}, {"amount": "3", "expires": "2025-03-01"}]';

SELECT @Count = COUNT(*), @Total = SUM(Remaining)
FROM dbo.BillingCredit
WHERE TenantId = @TenantId;

EXECUTE hart_test.assert_equals 1, @Count;
EXECUTE hart_test.assert_equals 12.50, @Total;
GO
