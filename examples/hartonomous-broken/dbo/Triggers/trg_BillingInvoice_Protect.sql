-- What was issued is not changed any more: only its status, and the credit that is applied to it.
CREATE TRIGGER [dbo].[trg_BillingInvoice_Protect]
    ON [dbo].[BillingInvoice]
    AFTER UPDATE, DELETE
AS
BEGIN
    SET NOCOUNT ON;

    IF EXISTS (SELECT 1
               FROM deleted AS d
                   LEFT OUTER JOIN inserted AS i ON i.InvoiceId = d.InvoiceId
               WHERE d.Status IN ('issued', 'paid')
                     AND (i.InvoiceId IS NULL
                          OR i.Amount <> d.Amount
                          OR i.TenantId <> d.TenantId
                          OR i.PeriodStart <> d.PeriodStart))
        THROW 50090, N'An invoice that was issued cannot be changed or deleted.', 1;

    IF UPDATE(Status)
        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Detail)
        SELECT 'invoice.status',
               i.TenantId,
               i.InvoiceId,
               CONCAT(N'{"from":"', d.Status, N'","to":"', i.Status, N'"}')
        FROM inserted AS i
            INNER JOIN deleted AS d ON d.InvoiceId = i.InvoiceId
        WHERE i.Status <> d.Status;
END;
