IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
INSERT INTO dbo.Tenant (Name) VALUES (N'Trigger Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Trigger Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'b'
WHERE t.Name = N'Trigger Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Trigger Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'b'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Trigger Ltd';
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Trigger Ltd');
DECLARE @A BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'a');
DECLARE @B BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'b');
DECLARE @C BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'c');
DECLARE @Rows INT;

SELECT a.CanonicalText, a.ReferenceCount
FROM dbo.Atom AS a
WHERE a.TenantId = @TenantId
ORDER BY a.CanonicalText;

UPDATE dbo.AtomRelation SET Weight = 0.6 WHERE SourceAtomId = @A;
SELECT @@ROWCOUNT AS UpdatedRows;

UPDATE dbo.AtomRelation SET TargetAtomId = @A WHERE SourceAtomId = @B;
SELECT a.CanonicalText, a.ReferenceCount
FROM dbo.Atom AS a
WHERE a.TenantId = @TenantId
ORDER BY a.CanonicalText;

DELETE FROM dbo.AtomRelation WHERE SourceAtomId = @A;
SET @Rows = @@ROWCOUNT;

SELECT @Rows AS DeletedRows;
SELECT a.CanonicalText, a.ReferenceCount
FROM dbo.Atom AS a
WHERE a.TenantId = @TenantId
ORDER BY a.CanonicalText;

DELETE FROM dbo.AtomRelation WHERE SourceAtomId = @C;
SELECT @@ROWCOUNT AS DeletedRows;

INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd, Amount, Status)
VALUES (@TenantId, '2025-01-01', '2025-01-31', 10, 'issued'),
       (@TenantId, '2025-02-01', '2025-02-28', 10, 'draft');

BEGIN TRY
    DELETE FROM dbo.BillingInvoice WHERE TenantId = @TenantId;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

DELETE FROM dbo.BillingInvoice WHERE TenantId = @TenantId AND Status = 'draft';
UPDATE dbo.BillingInvoice SET Status = 'paid', CreditApplied = 10 WHERE TenantId = @TenantId;

SELECT i.Status, i.AmountDue, l.Detail
FROM dbo.BillingInvoice AS i
    INNER JOIN provenance.OperationLog AS l ON l.EntityId = i.InvoiceId AND l.OperationName = 'invoice.status'
WHERE i.TenantId = @TenantId;
