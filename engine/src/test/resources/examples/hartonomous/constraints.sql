IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
INSERT INTO dbo.Tenant (Name) VALUES (N'Constraint Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Constraint Ltd'
ORDER BY v.CanonicalText;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Constraint Ltd');
DECLARE @A BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'a');
BEGIN TRY
    INSERT INTO dbo.Tenant (Name) VALUES (NULL);
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    INSERT INTO dbo.Tenant (Name) VALUES (N'  ');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    INSERT INTO dbo.Tenant (Name) VALUES (N'constraint LTD');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    INSERT INTO dbo.Tenant (TenantId, Name) VALUES (1, N'explicit');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'no such plan', '2025-01-01');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'x', 10);
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    UPDATE dbo.Atom SET Metadata = N'{broken' WHERE AtomId = @A;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    DELETE FROM dbo.Tenant WHERE TenantId = @TenantId;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
INSERT INTO dbo.IngestionJob (TenantId, SourceUri) VALUES (@TenantId, N'twice');
BEGIN TRY
    INSERT INTO dbo.IngestionJob (TenantId, SourceUri) VALUES (@TenantId, N'TWICE');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    EXECUTE (N'UPDATE dbo.BillingInvoice SET AmountDue = 1 WHERE InvoiceId = -1;');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    DECLARE @Q BIGINT = 1 / (@A - @A);
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    DECLARE @Number INT = CONVERT (INT, N'twelve');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    EXECUTE (N'SELECT * FROM dbo.NoSuchTable;');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    EXECUTE (N'SELECT NoSuchColumn FROM dbo.Tenant;');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_NoSuchProcedure;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
BEGIN TRY
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName) VALUES ('a code that is far too long', N'x');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber;
END CATCH;
