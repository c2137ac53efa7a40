-- Takes credits from a list that people made: [{"amount": "12.50", "expires": "2025-12-31", "reason": "..."}, ...].
-- Good rows become credits; the others come back, each with what is wrong with it.
CREATE PROCEDURE [dbo].[sp_ImportCredits]
    @TenantId  INT,
    @Credits   NVARCHAR (MAX),
    @GrantedOn DATE = NULL
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    SET @GrantedOn = ISNULL(@GrantedOn, CONVERT (DATE, SYSUTCDATETIME()));

    IF NOT EXISTS (SELECT 1 FROM dbo.Tenant WHERE TenantId = @TenantId AND IsActive = 1)
        THROW 50085, N'The tenant is not active.', 1;

    IF ISNULL(ISJSON(@Credits), 0) = 0
        THROW 50086, N'The credits are not JSON.', 1;

    CREATE TABLE #Import
    (
        [RowNumber]   INT             IDENTITY (1, 1) NOT NULL PRIMARY KEY,
        [AmountText]  NVARCHAR (60)   NULL,
        [ExpiresText] NVARCHAR (60)   NULL,
        [Reason]      NVARCHAR (200)  NULL,
        [Amount]      DECIMAL (19, 4) NULL,
        [ExpiresOn]   DATE            NULL,
        [Problem]     NVARCHAR (200)  NULL
    );

    INSERT INTO #Import (AmountText, ExpiresText, Reason)
    SELECT c.AmountText,
           c.ExpiresText,
           c.Reason
    FROM OPENJSON(@Credits) AS r
        CROSS APPLY OPENJSON(r.[value])
                    WITH (AmountText  NVARCHAR (60)  '$.amount',
                          ExpiresText NVARCHAR (60)  '$.expires',
                          Reason      NVARCHAR (200) '$.reason') AS c
    ORDER BY CONVERT (INT, r.[key]);

    UPDATE #Import
    SET Amount = TRY_CONVERT (DECIMAL (19, 4), AmountText),
        ExpiresOn = TRY_CONVERT (DATE, ExpiresText, 23);

    UPDATE #Import
    SET Problem = CASE
                      WHEN Amount IS NULL THEN CONCAT(N'not an amount: ', ISNULL(AmountText, N'(nothing)'))
                      WHEN Amount <= 0 THEN N'the amount is not positive'
                      WHEN ExpiresOn IS NULL THEN CONCAT(N'not a date: ', ISNULL(ExpiresText, N'(nothing)'))
                      WHEN ExpiresOn <= @GrantedOn THEN N'expired on the day it is granted'
                  END;

    -- The same reason twice in one list is most likely a line that was pasted twice.
    UPDATE i
    SET i.Problem = CONCAT(N'the same as row ', f.FirstRow)
    FROM #Import AS i
        INNER JOIN (SELECT Reason,
                           Amount,
                           MIN(RowNumber) AS FirstRow
                    FROM #Import
                    WHERE Problem IS NULL
                    GROUP BY Reason, Amount) AS f ON f.Reason = i.Reason AND f.Amount = i.Amount
    WHERE i.Problem IS NULL
          AND i.RowNumber > f.FirstRow;

    INSERT INTO dbo.BillingCredit (TenantId, Amount, Remaining, GrantedOn, ExpiresOn, Reason)
    SELECT @TenantId,
           i.Amount,
           i.Amount,
           @GrantedOn,
           i.ExpiresOn,
           i.Reason
    FROM #Import AS i
    WHERE i.Problem IS NULL
    ORDER BY i.RowNumber;

    SELECT COUNT(*)                                             AS RowTotal,
           COUNT(Problem)                                       AS RejectedCount,
           SUM(CASE WHEN Problem IS NULL THEN Amount END)       AS CreditedAmount
    FROM #Import;

    SELECT RowNumber,
           Problem
    FROM #Import
    WHERE Problem IS NOT NULL
    ORDER BY RowNumber;
END;
