CREATE VIEW [dbo].[vw_TenantBilling]
AS
SELECT t.TenantId,
       t.Name                        AS TenantName,
       s.PlanCode,
       ISNULL(i.InvoiceCount, 0)     AS InvoiceCount,
       ISNULL(i.InvoicedAmount, 0)   AS InvoicedAmount,
       ISNULL(i.OpenAmount, 0)       AS OpenAmount,
       ISNULL(c.CreditRemaining, 0)  AS CreditRemaining
FROM dbo.Tenant AS t
    LEFT OUTER JOIN dbo.TenantSubscription AS s ON s.TenantId = t.TenantId AND s.ValidTo IS NULL
    LEFT OUTER JOIN (SELECT b.TenantId,
                            COUNT(*)                                                      AS InvoiceCount,
                            SUM(b.Amount)                                                 AS InvoicedAmount,
                            SUM(CASE WHEN b.Status = 'paid' THEN 0 ELSE b.AmountDue END)  AS OpenAmount
                     FROM dbo.BillingInvoice AS b
                     WHERE b.Status <> 'void'
                     GROUP BY b.TenantId) AS i ON i.TenantId = t.TenantId
    LEFT OUTER JOIN (SELECT k.TenantId,
                            SUM(k.Remaining) AS CreditRemaining
                     FROM dbo.BillingCredit AS k
                     GROUP BY k.TenantId) AS c ON c.TenantId = t.TenantId;
