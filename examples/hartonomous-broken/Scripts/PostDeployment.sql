/*
 After the deployment: reference data and settings. Every part can run again and then changes nothing.
*/
:r ./Seed/AtomType.sql
GO
:r ./Seed/RelationType.sql
GO
:r ./Seed/SubscriptionPlan.sql
GO

SET NOCOUNT OFF;

MERGE dbo.Setting AS t
USING (VALUES ('environment', N'$(DeploymentEnvironment)', N'Where this database runs'),
              ('pathCache.days', N'$(PathCacheDays)', N'How long a semantic path stays in the cache'),
              ('operationLog.days', N'90', N'How long an operation stays in the log')) AS s (Name, Value, Description)
ON t.Name = s.Name
WHEN MATCHED AND (t.Value <> s.Value OR t.Description IS NULL OR t.Description <> s.Description) THEN
    UPDATE SET Value = s.Value,
               Description = s.Description,
               ChangedAt = SYSUTCDATETIME()
WHEN NOT MATCHED BY TARGET THEN
    INSERT (Name, Value, Description)
    VALUES (s.Name, s.Value, s.Description);
GO

IF N'$(DeploymentEnvironment)' = N'Local'
    AND NOT EXISTS (SELECT 1 FROM dbo.TenantGuidMapping WHERE TenantGuid = '00000000-0000-0000-0000-000000000001')
BEGIN
    DECLARE @TenantId INT;

    EXECUTE dbo.sp_ResolveTenantGuid
        @TenantGuid = '00000000-0000-0000-0000-000000000001',
        @TenantName = N'Demo',
        @MappedBy = N'post-deployment',
        @TenantId = @TenantId OUTPUT;

    PRINT CONCAT(N'Made the tenant Demo with the id ', @TenantId, N'.');
END;
GO

PRINT N'Hartonomous: ready.';
