-- Gives the number of the tenant behind a GUID. A GUID that was never seen before makes a new tenant on the plan FREE.
-- Returns 0 for a tenant that was known, 1 for a new one.
CREATE PROCEDURE [dbo].[sp_ResolveTenantGuid]
    @TenantGuid UNIQUEIDENTIFIER,
    @TenantName NVARCHAR (200) = NULL,
    @MappedBy   NVARCHAR (128) = NULL,
    @TenantId   INT            OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @IsActive BIT;

    SET @TenantId = NULL;

    IF @TenantGuid IS NULL
        THROW 50001, N'A tenant GUID is required.', 1;

    SELECT @TenantId = t.TenantId,
           @IsActive = t.IsActive
    FROM dbo.TenantGuidMapping AS m
        INNER JOIN dbo.Tenant AS t ON t.TenantId = m.TenantId
    WHERE m.TenantGuid = @TenantGuid;

    IF @IsActive = 0
        THROW 50002, N'The tenant is not active any more.', 1;

    IF @TenantId IS NOT NULL
        RETURN 0;

    BEGIN TRY
        BEGIN TRANSACTION;

        -- The key range stays locked, so that two callers with the same new GUID do not make two tenants.
        SELECT @TenantId = m.TenantId
        FROM dbo.TenantGuidMapping AS m WITH (UPDLOCK, HOLDLOCK)
        WHERE m.TenantGuid = @TenantGuid;

        IF @TenantId IS NULL
        BEGIN
            INSERT INTO dbo.Tenant (Name)
            VALUES (COALESCE(@TenantName, CONCAT(N'Tenant ', LOWER(CONVERT (NVARCHAR (36), @TenantGuid)))));

            SET @TenantId = CONVERT (INT, SCOPE_IDENTITY());

            INSERT INTO dbo.TenantGuidMapping (TenantGuid, TenantId, MappedBy)
            VALUES (@TenantGuid, @TenantId, @MappedBy);

            INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
            VALUES (@TenantId, 'FREE', CONVERT (DATE, SYSUTCDATETIME()));

            INSERT INTO dbo.OperationLog (OperationName, TenantId, Detail)
            VALUES ('tenant.create', @TenantId, (SELECT @TenantGuid AS tenantGuid, @MappedBy AS mappedBy FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));
        END;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    RETURN 1;
END;
GO

EXECUTE sp_addextendedproperty
    @name = N'MS_Description', @value = N'Finds or makes the tenant behind a GUID.',
    @level0type = N'SCHEMA', @level0name = N'dbo',
    @level1type = N'PROCEDURE', @level1name = N'sp_ResolveTenantGuid';
GO

IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = N'TenantGuidMapping' AND schema_id = SCHEMA_ID(N'dbo'))
BEGIN
    CREATE TABLE [dbo].[TenantGuidMapping]
    (
        [TenantGuid] UNIQUEIDENTIFIER NOT NULL,
        [TenantId]   INT              NOT NULL,
        [MappedAt]   DATETIME2 (3)    CONSTRAINT [DF_TenantGuidMapping_MappedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
        [MappedBy]   NVARCHAR (128)   NULL,
        CONSTRAINT [PK_TenantGuidMapping] PRIMARY KEY CLUSTERED ([TenantGuid] ASC),
        CONSTRAINT [FK_TenantGuidMapping_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId]) ON DELETE CASCADE
    );

    CREATE NONCLUSTERED INDEX [IX_TenantGuidMapping_TenantId]
        ON [dbo].[TenantGuidMapping] ([TenantId] ASC);
END;
