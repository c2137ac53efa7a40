-- Moves a tenant to another plan from a day on. Jobs that the new plan does not allow any more fail, the least urgent ones first.
CREATE PROCEDURE [dbo].[sp_ChangeSubscription]
    @TenantId    INT,
    @PlanCode    VARCHAR (20),
    @EffectiveOn DATE = NULL
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @SubscriptionId INT,
            @OldPlanCode    VARCHAR (20),
            @OldFrom        DATE,
            @OldFee         DECIMAL (12, 2),
            @NewFee         DECIMAL (12, 2),
            @MaxQueuedJobs  INT,
            @FailedJobs     INT;

    SET @EffectiveOn = ISNULL(@EffectiveOn, CONVERT (DATE, SYSUTCDATETIME()));

    SELECT @SubscriptionId = s.SubscriptionId,
           @OldPlanCode = s.PlanCode,
           @OldFrom = s.ValidFrom,
           @OldFee = p.MonthlyFee
    FROM dbo.TenantSubscription AS s
        INNER JOIN dbo.SubscriptionPlan AS p ON p.PlanCode = s.PlanCode
    WHERE s.TenantId = @TenantId
          AND s.ValidTo IS NULL;

    IF @SubscriptionId IS NULL
        THROW 50080, N'The tenant has no open subscription.', 1;

    IF @OldPlanCode = @PlanCode
        THROW 50081, N'The tenant is on that plan already.', 1;

    IF @EffectiveOn <= @OldFrom
        THROW 50082, N'A subscription lasts at least one day.', 1;

    SELECT @NewFee = MonthlyFee,
           @MaxQueuedJobs = MaxQueuedJobs
    FROM dbo.SubscriptionPlan
    WHERE PlanCode = @PlanCode
          AND IsPublic = 1;

    IF @NewFee IS NULL
        THROW 50083, N'There is no such plan.', 1;

    BEGIN TRY
        BEGIN TRANSACTION;

        UPDATE dbo.TenantSubscription
        SET ValidTo = DATEADD(DAY, -1, @EffectiveOn)
        WHERE SubscriptionId = @SubscriptionId;

        INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
        VALUES (@TenantId, @PlanCode, @EffectiveOn);

        UPDATE j
        SET j.Status = 'failed',
            j.FinishedAt = SYSUTCDATETIME(),
            j.ErrorMessage = CONCAT(N'The plan ', @PlanCode, N' allows ', @MaxQueuedJobs, N' jobs in the queue.')
        FROM dbo.IngestionJob AS j
            INNER JOIN (SELECT q.JobId,
                               ROW_NUMBER() OVER (ORDER BY q.Priority, q.JobId) AS Place
                        FROM dbo.IngestionJob AS q
                        WHERE q.TenantId = @TenantId
                              AND q.Status = 'queued') AS r ON r.JobId = j.JobId
        WHERE r.Place > @MaxQueuedJobs;

        SET @FailedJobs = @@ROWCOUNT;

        INSERT INTO dbo.OperationLog (OperationName, TenantId, EntityId, Severity, Detail)
        VALUES ('subscription.change',
                @TenantId,
                @SubscriptionId,
                CASE WHEN @FailedJobs > 0 THEN 1 ELSE 0 END,
                (SELECT @OldPlanCode AS [from], @PlanCode AS [to], @FailedJobs AS failedJobs FOR JSON PATH, WITHOUT_ARRAY_WRAPPER));

        COMMIT TRANSACTION;
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0
            ROLLBACK TRANSACTION;

        THROW;
    END CATCH;

    SELECT s.PlanCode,
           s.ValidFrom,
           s.ValidTo,
           DATEDIFF(DAY, s.ValidFrom, s.ValidTo) + 1                                   AS DayCount,
           CASE
               WHEN @NewFee > @OldFee THEN 'upgrade'
               WHEN @NewFee < @OldFee THEN 'downgrade'
               ELSE 'change'
           END                                                                         AS ChangeKind
    FROM dbo.TenantSubscription AS s
    WHERE s.TenantId = @TenantId
    ORDER BY s.ValidFrom;
END;
