-- Notes a request and the atoms that went into it.
-- @Usage: {"inputTokens": 250, "atoms": [{"atomId": 7, "score": 3}, {"atomId": 9, "score": 1}]}; scores become shares of 1.
CREATE PROCEDURE [dbo].[sp_RecordInference]
    @TenantId    INT,
    @TaskType    VARCHAR (30),
    @Prompt      NVARCHAR (4000),
    @Usage       NVARCHAR (MAX),
    @InferenceId BIGINT OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @InputTokens INT,
            @Complexity  DECIMAL (9, 2),
            @PlanCode    VARCHAR (20),
            @SlaTier     VARCHAR (12);

    SET @InferenceId = NULL;
    SET @InputTokens = TRY_CONVERT (INT, JSON_VALUE(@Usage, '$.inputTokens'));

    IF @InputTokens IS NULL OR @InputTokens < 0
        THROW 50045, N'The usage has no number of input tokens.', 1;

    SELECT @PlanCode = s.PlanCode
    FROM dbo.Tenant AS t
        INNER JOIN dbo.TenantSubscription AS s ON s.TenantId = t.TenantId AND s.ValidTo IS NULL
    WHERE t.TenantId = @TenantId
          AND t.IsActive = 1;

    IF @PlanCode IS NULL
        THROW 50046, N'The tenant is not active or has no subscription.', 1;

    SET @Complexity = dbo.fn_CalculateComplexity(@InputTokens, NULL, @TaskType);
    SET @SlaTier = dbo.fn_DetermineSla(@Complexity, @PlanCode);

    BEGIN TRY
        BEGIN TRANSACTION;

        INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Complexity, SlaTier)
        VALUES (@TenantId, @TaskType, @Prompt, @InputTokens, @Complexity, @SlaTier);

        SET @InferenceId = SCOPE_IDENTITY();

        WITH Score
        AS (SELECT a.AtomId,
                   SUM(u.Score) AS Score
            FROM OPENJSON(@Usage, '$.atoms')
                 WITH (AtomId BIGINT         '$.atomId',
                       Score  DECIMAL (9, 2) '$.score') AS u
                INNER JOIN dbo.Atom AS a ON a.AtomId = u.AtomId AND a.TenantId = @TenantId
            WHERE u.Score > 0
            GROUP BY a.AtomId)
        INSERT INTO dbo.InferenceAtomUsage (InferenceId, AtomId, Contribution, UsageRank)
        SELECT @InferenceId,
               s.AtomId,
               CONVERT (DECIMAL (9, 6), s.Score / SUM(s.Score) OVER ()),
               ROW_NUMBER() OVER (ORDER BY s.Score DESC, s.AtomId)
        FROM Score AS s;

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT i.TaskType,
           i.Complexity,
           i.SlaTier,
           dbo.fn_EstimateResponseTime(i.TenantId, i.TaskType, i.Complexity) AS EstimatedMs,
           COUNT(u.AtomId)                                                   AS AtomCount
    FROM dbo.InferenceRequests AS i
        LEFT OUTER JOIN dbo.InferenceAtomUsage AS u ON u.InferenceId = i.InferenceId
    WHERE i.InferenceId = @InferenceId
    GROUP BY i.TenantId, i.TaskType, i.Complexity, i.SlaTier;
END;
GO

IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = N'InferenceRequests' AND schema_id = SCHEMA_ID(N'dbo'))
BEGIN
    CREATE TABLE [dbo].[InferenceRequests]
    (
        [InferenceId]  BIGINT          IDENTITY (1, 1) NOT NULL,
        [TenantId]     INT             NOT NULL,
        [TaskType]     VARCHAR (30)    NOT NULL,
        [Prompt]       NVARCHAR (4000) NOT NULL,
        [InputTokens]  INT             NOT NULL,
        [OutputTokens] INT             NULL,
        [TotalTokens]  AS              ([InputTokens] + ISNULL([OutputTokens], 0)) PERSISTED,
        [Complexity]   DECIMAL (9, 2)  NULL,
        [SlaTier]      VARCHAR (12)    NULL,
        [Status]       VARCHAR (12)    CONSTRAINT [DF_InferenceRequests_Status] DEFAULT ('running') NOT NULL,
        [RequestedAt]  DATETIME2 (3)   CONSTRAINT [DF_InferenceRequests_RequestedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
        [CompletedAt]  DATETIME2 (3)   NULL,
        [DurationMs]   AS              (DATEDIFF(MILLISECOND, [RequestedAt], [CompletedAt])),
        CONSTRAINT [PK_InferenceRequests] PRIMARY KEY CLUSTERED ([InferenceId] ASC),
        CONSTRAINT [CK_InferenceRequests_Tokens] CHECK ([InputTokens] >= 0 AND [OutputTokens] >= 0),
        CONSTRAINT [CK_InferenceRequests_Status] CHECK ([Status] IN ('running', 'completed', 'failed')),
        CONSTRAINT [FK_InferenceRequests_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId])
    );

    CREATE NONCLUSTERED INDEX [IX_InferenceRequests_Tenant_RequestedAt]
        ON [dbo].[InferenceRequests] ([TenantId] ASC, [RequestedAt] ASC)
        INCLUDE ([TaskType], [InputTokens], [OutputTokens]);
END;
GO

IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = N'InferenceAtomUsage' AND schema_id = SCHEMA_ID(N'dbo'))
BEGIN
    CREATE TABLE [dbo].[InferenceAtomUsage]
    (
        [InferenceId]  BIGINT         NOT NULL,
        [AtomId]       BIGINT         NOT NULL,
        [Contribution] DECIMAL (9, 6) NOT NULL,
        [UsageRank]    INT            NOT NULL,
        CONSTRAINT [PK_InferenceAtomUsage] PRIMARY KEY CLUSTERED ([InferenceId] ASC, [AtomId] ASC),
        CONSTRAINT [CK_InferenceAtomUsage_Contribution] CHECK ([Contribution] > 0 AND [Contribution] <= 1),
        CONSTRAINT [FK_InferenceAtomUsage_InferenceRequests] FOREIGN KEY ([InferenceId]) REFERENCES [dbo].[InferenceRequests] ([InferenceId]) ON DELETE CASCADE,
        CONSTRAINT [FK_InferenceAtomUsage_Atom] FOREIGN KEY ([AtomId]) REFERENCES [dbo].[Atom] ([AtomId])
    );

    CREATE NONCLUSTERED INDEX [IX_InferenceAtomUsage_Atom]
        ON [dbo].[InferenceAtomUsage] ([AtomId] ASC)
        INCLUDE ([Contribution]);
END;
