IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'fact')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('fact', N'Fact', 2.00);
IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'V-PLAN')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('V-PLAN', N'View', 1, 1, 1, 5);
INSERT INTO dbo.Tenant (Name) VALUES (N'View Ltd');
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
SELECT TenantId, 'V-PLAN', '2025-01-01' FROM dbo.Tenant WHERE Name = N'View Ltd';
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 2, 196612),
             (N'b', 'fact', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'View Ltd'
ORDER BY v.CanonicalText;
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'View Ltd');

UPDATE dbo.Atom SET Metadata = N'{"language": "en"}' WHERE TenantId = @TenantId AND CanonicalText = N'a';

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, OutputTokens, Status)
VALUES (@TenantId, 'chat', N'p1', 10, 5, 'completed'), (@TenantId, 'chat', N'p2', 20, NULL, 'completed'), (@TenantId, 'chat', N'p3', 7, NULL, 'completed');

INSERT INTO dbo.InferenceFeedback (InferenceId, SubmittedBy, Rating)
SELECT i.InferenceId, v.SubmittedBy, v.Rating
FROM dbo.InferenceRequests AS i
    INNER JOIN (VALUES (N'p1', N'ann', 4), (N'p1', N'bob', 5), (N'p3', N'ann', 5)) AS v (Prompt, SubmittedBy, Rating) ON v.Prompt = i.Prompt
WHERE i.TenantId = @TenantId;

INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'later', 5);
INSERT INTO dbo.IngestionJob (TenantId, SourceUri, Priority) VALUES (@TenantId, N'urgent', 1);
INSERT INTO dbo.IngestionJobItem (JobId, ItemNumber, ItemText) SELECT JobId, 1, N'x' FROM dbo.IngestionJob WHERE TenantId = @TenantId AND SourceUri = N'urgent';

INSERT INTO dbo.BillingInvoice (TenantId, PeriodStart, PeriodEnd, Amount, CreditApplied, Status)
VALUES (@TenantId, '2025-01-01', '2025-01-31', 40, 7.5, 'issued'), (@TenantId, '2025-02-01', '2025-02-28', 10, 0, 'paid'), (@TenantId, '2025-03-01', '2025-03-31', 99, 0, 'void');
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'View Ltd');

SELECT v.TenantName, v.AtomTypeName, v.CanonicalText, v.SpatialColumn, v.SpatialRow, v.Importance, v.Language
FROM dbo.vw_ActiveAtom AS v
WHERE v.TenantId = @TenantId
ORDER BY v.CanonicalText;

SELECT q.TotalTokens, q.RatingCount, q.AverageRating, q.AtomCount, q.QualityRank, q.RunningTokens
FROM dbo.vw_InferenceQuality AS q
WHERE q.TenantId = @TenantId
ORDER BY q.InferenceId;

SELECT q.SourceUri, q.PendingItems
FROM dbo.vw_IngestionQueue AS q
WHERE q.TenantId = @TenantId
ORDER BY q.QueuePosition;

SELECT b.PlanCode, b.InvoiceCount, b.InvoicedAmount, b.OpenAmount, b.CreditRemaining
FROM dbo.vw_TenantBilling AS b
WHERE b.TenantId = @TenantId;

UPDATE dbo.Tenant SET IsActive = 0 WHERE TenantId = @TenantId;

SELECT COUNT(*) AS AtomCount FROM dbo.vw_ActiveAtom WHERE TenantId = @TenantId;
