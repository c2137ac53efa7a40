-- Pays an open invoice from the tenant's credits, those that expire first before the others.
CREATE PROCEDURE [dbo].[sp_ApplyCredits]
    @InvoiceId BIGINT,
    @Applied   DECIMAL (19, 4) = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @TenantId  INT,
            @PeriodEnd DATE,
            @Status    VARCHAR (10),
            @Open      DECIMAL (19, 4);

    DECLARE @Taken TABLE
    (
        [CreditId] INT             NOT NULL PRIMARY KEY,
        [Amount]   DECIMAL (19, 4) NOT NULL
    );

    SET @Applied = 0;

    SELECT @TenantId = i.TenantId,
           @PeriodEnd = i.PeriodEnd,
           @Status = i.Status,
           @Open = i.AmountDue
    FROM dbo.BillingInvoice AS i
    WHERE i.InvoiceId = @InvoiceId;

    IF @Status IS NULL
        THROW 50070, N'There is no such invoice.', 1;

    IF @Status IN ('paid', 'void')
        THROW 50071, N'The invoice is closed.', 1;

    IF @Open = 0
        RETURN 0;

    BEGIN TRY
        BEGIN TRANSACTION;

        WITH Usable
        AS (SELECT c.CreditId,
                   c.Remaining,
                   SUM(c.Remaining) OVER (ORDER BY c.ExpiresOn, c.CreditId ROWS UNBOUNDED PRECEDING) AS RunningTotal
            FROM dbo.BillingCredit AS c
            WHERE c.TenantId = @TenantId
                  AND c.Remaining > 0
                  AND c.GrantedOn <= @PeriodEnd
                  AND c.ExpiresOn >= @PeriodEnd)
        UPDATE c
        SET c.Remaining = CASE
                              WHEN u.RunningTotal <= @Open THEN 0
                              ELSE u.RunningTotal - @Open
                          END
        OUTPUT inserted.CreditId, deleted.Remaining - inserted.Remaining
            INTO @Taken (CreditId, Amount)
        FROM dbo.BillingCredit AS c
            INNER JOIN Usable AS u ON u.CreditId = c.CreditId
        WHERE u.RunningTotal - u.Remaining < @Open;

        SELECT @Applied = ISNULL(SUM(Amount), 0)
        FROM @Taken;

        IF @Applied > 0
        BEGIN
            UPDATE dbo.BillingInvoice
            SET CreditApplied = CreditApplied + @Applied
            WHERE InvoiceId = @InvoiceId;

            INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Detail)
            SELECT 'billing.credit',
                   @TenantId,
                   @InvoiceId,
                   (SELECT t.CreditId AS credit, t.Amount AS amount FROM @Taken AS t ORDER BY t.CreditId FOR JSON PATH, ROOT('applied'));
        END;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    RETURN 0;
END;
