IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'text')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('text', N'Text', 1.00);
IF NOT EXISTS (SELECT 1 FROM dbo.RelationType WHERE RelationTypeCode = 'causes')
    INSERT INTO dbo.RelationType (RelationTypeCode, DisplayName, DefaultWeight) VALUES ('causes', N'Causes', 0.8);
INSERT INTO dbo.Tenant (Name) VALUES (N'Feedback Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'a', 'text', 1, 0),
             (N'b', 'text', 1, 0),
             (N'c', 'text', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Feedback Ltd'
ORDER BY v.CanonicalText;
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.5
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'a'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'b'
WHERE t.Name = N'Feedback Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.9
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'b'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'c'
WHERE t.Name = N'Feedback Ltd';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
SELECT s.AtomId, g.AtomId, 'causes', 0.98
FROM dbo.Tenant AS t
    INNER JOIN dbo.Atom AS s ON s.TenantId = t.TenantId AND s.CanonicalText = N'c'
    INNER JOIN dbo.Atom AS g ON g.TenantId = t.TenantId AND g.CanonicalText = N'a'
WHERE t.Name = N'Feedback Ltd';
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Feedback Ltd');

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens, Status)
VALUES (@TenantId, 'chat', N'done', 10, 'completed');

INSERT INTO dbo.InferenceAtomUsage (InferenceId, AtomId, Contribution, UsageRank)
SELECT SCOPE_IDENTITY(), a.AtomId, v.Contribution, v.UsageRank
FROM dbo.Atom AS a
    INNER JOIN (VALUES (N'a', 0.5, 1), (N'b', 0.3, 2), (N'c', 0.2, 3)) AS v (CanonicalText, Contribution, UsageRank) ON v.CanonicalText = a.CanonicalText
WHERE a.TenantId = @TenantId;

INSERT INTO provenance.SemanticPathCache (SourceAtomId, TargetAtomId, PathText, HopCount, Confidence, ExpiresAt)
SELECT a.AtomId, c.AtomId, 'a/b/c', 2, 0.45, '2099-01-01'
FROM dbo.Atom AS a
    INNER JOIN dbo.Atom AS c ON c.TenantId = a.TenantId AND c.CanonicalText = N'c'
WHERE a.TenantId = @TenantId
      AND a.CanonicalText = N'a';

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens)
VALUES (@TenantId, 'chat', N'open', 10);
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Feedback Ltd');
DECLARE @InferenceId BIGINT = (SELECT InferenceId FROM dbo.InferenceRequests WHERE TenantId = @TenantId AND Prompt = N'done'),
        @Open BIGINT = (SELECT InferenceId FROM dbo.InferenceRequests WHERE TenantId = @TenantId AND Prompt = N'open'),
        @First BIGINT,
        @Second BIGINT;

EXECUTE dbo.sp_ProcessFeedback @InferenceId, 5, N'ann', N'good', @First OUTPUT;
EXECUTE dbo.sp_ProcessFeedback @InferenceId = @InferenceId, @Rating = 1, @SubmittedBy = N'Ann', @FeedbackId = @Second OUTPUT;
EXECUTE dbo.sp_ProcessFeedback @InferenceId, 3, N'bob';

SELECT f.SubmittedBy, f.Rating, f.Comment, IIF(f.ProcessedAt IS NULL, 'open', 'processed') AS State
FROM dbo.InferenceFeedback AS f
WHERE f.InferenceId = @InferenceId
ORDER BY f.SubmittedBy;

SELECT l.Detail
FROM provenance.OperationLog AS l
WHERE l.TenantId = @TenantId
ORDER BY l.OperationId;

SELECT IIF(@First = @Second, 'same', 'other') AS Feedback;

BEGIN TRY
    EXECUTE dbo.sp_ProcessFeedback @InferenceId, 6, N'eve';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
BEGIN TRY
    EXECUTE dbo.sp_ProcessFeedback @Open, 4, N'eve';
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS ErrorNumber, ERROR_MESSAGE() AS ErrorMessage;
END CATCH;
