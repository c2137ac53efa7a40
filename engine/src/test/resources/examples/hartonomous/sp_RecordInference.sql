IF NOT EXISTS (SELECT 1 FROM dbo.SubscriptionPlan WHERE PlanCode = 'PRO')
    INSERT INTO dbo.SubscriptionPlan (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES ('PRO', N'Professional', 90, 500, 0.2, 25);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
INSERT INTO dbo.Tenant (Name) VALUES (N'Record Ltd');
INSERT INTO dbo.TenantSubscription (TenantId, PlanCode, ValidFrom)
SELECT TenantId, 'PRO', '2025-01-01' FROM dbo.Tenant WHERE Name = N'Record Ltd';
INSERT INTO dbo.Tenant (Name) VALUES (N'Record None Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Record Ltd'
ORDER BY v.CanonicalText;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Record Ltd');
DECLARE @A BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'a');
DECLARE @B BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'b');
DECLARE @C BIGINT = (SELECT AtomId FROM dbo.Atom WHERE TenantId = @TenantId AND CanonicalText = N'c');
DECLARE @InferenceId BIGINT,
        @Usage NVARCHAR (MAX) = CONCAT(N'{"inputTokens": 250, "atoms": [{"atomId": ', @A, N', "score": 3}, {"atomId": ', @B, N', "score": 1}, {"atomId": -1, "score": 5}, {"atomId": ', @A, N', "score": 2}, {"atomId": ', @C, N', "score": 0}]}');

EXECUTE dbo.sp_RecordInference @TenantId, 'reason', N'Why?', @Usage, @InferenceId OUTPUT;

-- The quotient of two decimals is cut off after the sixth place and not rounded: 1 of 6 is 0.166666.
SELECT a.CanonicalText, u.Contribution, u.UsageRank
FROM dbo.InferenceAtomUsage AS u
    INNER JOIN dbo.Atom AS a ON a.AtomId = u.AtomId
WHERE u.InferenceId = @InferenceId
ORDER BY u.UsageRank;

SELECT i.Status, i.TotalTokens, i.OutputTokens, i.DurationMs
FROM dbo.InferenceRequests AS i
WHERE i.InferenceId = @InferenceId;

EXECUTE dbo.sp_RecordInference @TenantId, 'chat', N'No atoms', N'{"inputTokens": "80"}', @InferenceId OUTPUT;

BEGIN TRY
    EXECUTE dbo.sp_RecordInference @TenantId, 'chat', N'p', N'{"inputTokens": "many"}', @InferenceId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;

DECLARE @OtherId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Record None Ltd');

BEGIN TRY
    EXECUTE dbo.sp_RecordInference @OtherId, 'chat', N'p', N'{"inputTokens": 1}', @InferenceId OUTPUT;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
