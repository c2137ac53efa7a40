-- Makes the invoice of a month: each plan for the days that it was in force, and the units above what the plan at the month's end includes.
CREATE PROCEDURE [dbo].[sp_GenerateInvoice]
    @TenantId  INT,
    @Month     DATE,
    @InvoiceId BIGINT OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @PeriodStart DATE = DATEFROMPARTS(YEAR(@Month), MONTH(@Month), 1);

    DECLARE @PeriodEnd     DATE = EOMONTH(@PeriodStart),
            @DaysInMonth   INT  = DAY(EOMONTH(@PeriodStart)),
            @Units         INT,
            @IncludedUnits INT,
            @UnitPrice     DECIMAL (9, 4),
            @LineNumber    SMALLINT,
            @Applied       DECIMAL (19, 4),
            @Message       NVARCHAR (400);

    SET @InvoiceId = NULL;

    IF EXISTS (SELECT 1
               FROM dbo.BillingInvoice
               WHERE TenantId = @TenantId
                     AND PeriodStart = @PeriodStart
                     AND Status <> 'void')
    BEGIN
        SET @Message = CONCAT(N'The tenant ', @TenantId, N' has an invoice for ', CONVERT (CHAR (7), @PeriodStart, 126), N' already.');
        THROW 50020, @Message, 1;
    END;

    SELECT TOP (1) @IncludedUnits = p.IncludedUnits,
                   @UnitPrice = p.UnitPrice
    FROM dbo.TenantSubscription AS s
        INNER JOIN dbo.SubscriptionPlan AS p ON p.PlanCode = s.PlanCode
    WHERE s.TenantId = @TenantId
          AND s.ValidFrom <= @PeriodEnd
          AND ISNULL(s.ValidTo, @PeriodEnd) >= @PeriodStart
    ORDER BY s.ValidFrom DESC;

    IF @UnitPrice IS NULL
        THROW 50021, N'The tenant had no subscription in that month.', 1;

    SELECT @Units = dbo.fn_BillableUnits(SUM(u.TotalTokens))
    FROM dbo.fn_GetTenantUsage(@TenantId, @PeriodStart, DATEADD(DAY, 1, @PeriodEnd)) AS u;

    BEGIN TRY
        BEGIN TRANSACTION;

        INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd)
        VALUES (@TenantId, @PeriodStart, @PeriodEnd);

        SET @InvoiceId = SCOPE_IDENTITY();

        INSERT INTO dbo.BillingInvoiceLine (InvoiceId, LineNumber, Description, Quantity, UnitPrice)
        SELECT @InvoiceId,
               ROW_NUMBER() OVER (ORDER BY s.ValidFrom),
               CONCAT(p.DisplayName, N', ', d.DayCount, N' of ', @DaysInMonth, N' days'),
               1,
               ROUND(p.MonthlyFee * d.DayCount / @DaysInMonth, 2)
        FROM dbo.TenantSubscription AS s
            INNER JOIN dbo.SubscriptionPlan AS p ON p.PlanCode = s.PlanCode
            CROSS APPLY (SELECT DATEDIFF(DAY,
                                         CASE WHEN s.ValidFrom > @PeriodStart THEN s.ValidFrom ELSE @PeriodStart END,
                                         CASE WHEN s.ValidTo < @PeriodEnd THEN s.ValidTo ELSE @PeriodEnd END) + 1 AS DayCount) AS d
        WHERE s.TenantId = @TenantId
              AND s.ValidFrom <= @PeriodEnd
              AND ISNULL(s.ValidTo, @PeriodEnd) >= @PeriodStart;

        SET @LineNumber = @@ROWCOUNT;

        IF @Units > @IncludedUnits AND @UnitPrice > 0
            INSERT INTO dbo.BillingInvoiceLine (InvoiceId, LineNumber, Description, Quantity, UnitPrice)
            VALUES (@InvoiceId, @LineNumber + 1, CONCAT(N'Units above the included ', @IncludedUnits), @Units - @IncludedUnits, @UnitPrice);

        UPDATE i
        SET i.Amount = l.Total
        FROM dbo.BillingInvoice AS i
            INNER JOIN (SELECT InvoiceId, SUM(LineAmount) AS Total
                        FROM dbo.BillingInvoiceLine
                        GROUP BY InvoiceId) AS l ON l.InvoiceId = i.InvoiceId
        WHERE i.InvoiceId = @InvoiceId;

        EXECUTE dbo.sp_ApplyCredits @InvoiceId = @InvoiceId, @Applied = @Applied OUTPUT;

        UPDATE dbo.BillingInvoice
        SET Status = CASE WHEN AmountDue = 0 THEN 'paid' ELSE 'issued' END,
            IssuedAt = SYSUTCDATETIME()
        WHERE InvoiceId = @InvoiceId;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT i.PeriodStart,
           i.PeriodEnd,
           i.Amount,
           @Applied AS CreditApplied,
           i.AmountDue,
           i.Status,
           @Units   AS Units
    FROM dbo.BillingInvoice AS i
    WHERE i.InvoiceId = @InvoiceId;

    SELECT l.LineNumber,
           l.Description,
           l.Quantity,
           l.UnitPrice,
           l.LineAmount
    FROM dbo.BillingInvoiceLine AS l
    WHERE l.InvoiceId = @InvoiceId
    ORDER BY l.LineNumber;
END;
