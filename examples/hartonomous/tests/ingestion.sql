-- The ingestion queue and what becomes of its items.

-- test: items become atoms and neighbours get a relation
DECLARE @TenantId INT, @JobId BIGINT, @Status VARCHAR (10);

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Ingest');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'TEAM', '2025-01-01');

EXECUTE dbo.sp_EnqueueIngestion
    @TenantId = @TenantId,
    @SourceUri = N'test://one',
    @Items = N'[{"text": "rain"}, {"text": " wet street ", "type": "fact", "x": 2, "y": 1}, {"text": "rain"}, {"text": ""}]',
    @JobId = @JobId OUTPUT;

EXECUTE dbo.sp_ProcessIngestionJob @JobId;

SELECT CanonicalText, AtomTypeCode, SpatialKey, OccurrenceCount, ReferenceCount
INTO #Actual
FROM dbo.Atom
WHERE TenantId = @TenantId;

CREATE TABLE #Expected
(
    CanonicalText   NVARCHAR (1000) NOT NULL,
    AtomTypeCode    VARCHAR (20)    NOT NULL,
    SpatialKey      BIGINT          NOT NULL,
    OccurrenceCount INT             NOT NULL,
    ReferenceCount  INT             NOT NULL
);
INSERT INTO #Expected VALUES (N'rain', 'text', 0, 2, 1), (N'wet street', 'fact', 131073, 1, 1);

SELECT @Status = Status FROM dbo.IngestionJob WHERE JobId = @JobId;

EXECUTE hart_test.assert_tables_equal N'#Expected', N'#Actual';
EXECUTE hart_test.assert_equals 'done', @Status;
GO

-- test: a source that waits already gets the new items behind its own ones
DECLARE @TenantId INT, @First BIGINT, @Second BIGINT, @LastItem INT, @Priority TINYINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Queue');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'FREE', '2025-01-01');

EXECUTE dbo.sp_EnqueueIngestion @TenantId, N'test://one', N'[{"text": "a"}, {"text": "b"}]', 5, @First OUTPUT;
EXECUTE dbo.sp_EnqueueIngestion @TenantId, N'test://one', N'[{"text": "c"}]', 2, @Second OUTPUT;

SELECT @LastItem = MAX(ItemNumber) FROM dbo.IngestionJobItem WHERE JobId = @First;
SELECT @Priority = Priority FROM dbo.IngestionJob WHERE JobId = @First;

EXECUTE hart_test.assert_equals @First, @Second;
EXECUTE hart_test.assert_equals 3, @LastItem;
EXECUTE hart_test.assert_equals 2, @Priority;
GO

-- test: the plan limits the queue
DECLARE @TenantId INT, @JobId BIGINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Limit');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom) VALUES (@TenantId, 'FREE', '2025-01-01');

EXECUTE dbo.sp_EnqueueIngestion @TenantId, N'test://one', N'[]', 5, @JobId OUTPUT;
EXECUTE dbo.sp_EnqueueIngestion @TenantId, N'test://two', N'[]', 5, @JobId OUTPUT;

EXECUTE hart_test.expect_error @number = 50012, @message_like = N'%allows 2.';
EXECUTE dbo.sp_EnqueueIngestion @TenantId, N'test://three', N'[]', 5, @JobId OUTPUT;
GO

-- test: a job is processed once
DECLARE @TenantId INT, @JobId BIGINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Done');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Status) VALUES (@TenantId, N'test://done', 'done');
SET @JobId = SCOPE_IDENTITY();

EXECUTE hart_test.expect_error @number = 50013;
EXECUTE dbo.sp_ProcessIngestionJob @JobId;
GO

-- test: the queue shows urgent jobs first
DECLARE @TenantId INT, @Urgent BIGINT, @Later BIGINT, @Ordered BIT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Order');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'test://later', 7);
INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'test://urgent', 1);

SELECT @Urgent = QueuePosition FROM dbo.vw_IngestionQueue WHERE TenantId = @TenantId AND SourceUri = N'test://urgent';
SELECT @Later = QueuePosition FROM dbo.vw_IngestionQueue WHERE TenantId = @TenantId AND SourceUri = N'test://later';

SET @Ordered = IIF(@Urgent < @Later, 1, 0);
EXECUTE hart_test.assert_true @Ordered, N'priority 1 comes before priority 7';
GO
