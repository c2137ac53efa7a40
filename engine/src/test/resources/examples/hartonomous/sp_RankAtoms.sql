IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'r-big')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('r-big', N'Big', 2.00);
IF NOT EXISTS (SELECT 1 FROM dbo.AtomType WHERE AtomTypeCode = 'r-small')
    INSERT INTO dbo.AtomType (AtomTypeCode, DisplayName, BaseWeight) VALUES ('r-small', N'Small', 1.00);
INSERT INTO dbo.Tenant (Name) VALUES (N'Rank Ltd');
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount, SpatialKey)
SELECT t.TenantId, v.AtomTypeCode, v.CanonicalText, CONVERT (BINARY (32), HASHBYTES('SHA2_256', v.CanonicalText)), v.Occurrences, v.SpatialKey
FROM dbo.Tenant AS t
    CROSS JOIN (VALUES (N'p', 'r-big', 3, 0),
             (N'q', 'r-small', 6, 0),
             (N'r', 'r-small', 2, 0),
             (N's', 'r-big', 1, 0)) AS v (CanonicalText, AtomTypeCode, Occurrences, SpatialKey)
WHERE t.Name = N'Rank Ltd'
ORDER BY v.CanonicalText;
DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Rank Ltd');

INSERT INTO dbo.InferenceRequests (TenantId, TaskType, Prompt, InputTokens)
VALUES (@TenantId, 'chat', N'p1', 1), (@TenantId, 'chat', N'p2', 1);

INSERT INTO dbo.InferenceAtomUsage (InferenceId, AtomId, Contribution, UsageRank)
SELECT i.InferenceId, a.AtomId, 1, 1
FROM dbo.InferenceRequests AS i
    INNER JOIN dbo.Atom AS a ON a.TenantId = i.TenantId AND a.CanonicalText = N'p'
WHERE i.TenantId = @TenantId;
GO

DECLARE @TenantId INT = (SELECT TenantId FROM dbo.Tenant WHERE Name = N'Rank Ltd');

EXECUTE dbo.sp_RankAtoms @TenantId;
EXECUTE dbo.sp_RankAtoms @TenantId = @TenantId, @Top = 1;
EXECUTE dbo.sp_RankAtoms -1;
