-- Atoms, relations, concepts and the history of atoms.

-- test: the trigger counts the relations that point at an atom
DECLARE @TenantId INT, @A BIGINT, @B BIGINT, @Count INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Trigger');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'a', 0x01);
SET @A = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'b', 0x02);
SET @B = SCOPE_IDENTITY();

INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
VALUES (@A, @B, 'causes', 0.5), (@A, @B, 'mentions', 0.5);
SELECT @Count = ReferenceCount FROM dbo.Atom WHERE AtomId = @B;
EXECUTE hart_test.assert_equals 2, @Count, N'after two relations';

UPDATE dbo.AtomRelation SET Weight = 0.7 WHERE SourceAtomId = @A;
SELECT @Count = ReferenceCount FROM dbo.Atom WHERE AtomId = @B;
EXECUTE hart_test.assert_equals 2, @Count, N'a new weight changes nothing';

DELETE FROM dbo.AtomRelation WHERE RelationTypeCode = 'causes' AND SourceAtomId = @A;
SELECT @Count = ReferenceCount FROM dbo.Atom WHERE AtomId = @B;
EXECUTE hart_test.assert_equals 1, @Count, N'after one was deleted';
GO

-- test: an atom has no relation to itself
DECLARE @TenantId INT, @A BIGINT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Self');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'a', 0x01);
SET @A = SCOPE_IDENTITY();

EXECUTE hart_test.expect_error @number = 547, @message_like = N'%CK_AtomRelation_NotSelf%';
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight) VALUES (@A, @A, 'causes', 0.5);
GO

-- test: a merge moves relations and counts to the survivor
DECLARE @TenantId INT, @Keep BIGINT, @Drop BIGINT, @X BIGINT, @Weight DECIMAL (9, 6), @Occurrences INT, @Lineage INT;
DECLARE @Duplicates dbo.AtomIdList;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Merge');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount) VALUES (@TenantId, 'text', N'colour', 0x01, 3);
SET @Keep = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash, OccurrenceCount) VALUES (@TenantId, 'text', N'color', 0x02, 4);
SET @Drop = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'paint', 0x03);
SET @X = SCOPE_IDENTITY();
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
VALUES (@Keep, @X, 'mentions', 0.4), (@Drop, @X, 'mentions', 0.9), (@Drop, @Keep, 'same-as', 1);
INSERT INTO @Duplicates (AtomId) VALUES (@Drop);

EXECUTE dbo.sp_MergeAtoms @TenantId, @Keep, @Duplicates, N'spelling';

SELECT @Weight = Weight FROM dbo.AtomRelation WHERE SourceAtomId = @Keep AND TargetAtomId = @X;
SELECT @Occurrences = OccurrenceCount FROM dbo.Atom WHERE AtomId = @Keep;
SELECT @Lineage = COUNT(*) FROM provenance.AtomLineage WHERE SurvivorAtomId = @Keep AND MergedText = N'color';

SELECT RelationId INTO #Left FROM dbo.AtomRelation WHERE SourceAtomId = @Drop OR TargetAtomId IN (@Keep, @Drop);

EXECUTE hart_test.assert_equals 0.9, @Weight, N'the greater weight wins';
EXECUTE hart_test.assert_equals 7, @Occurrences;
EXECUTE hart_test.assert_equals 1, @Lineage;
EXECUTE hart_test.assert_empty N'#Left';
GO

-- test: nothing is merged across tenants
DECLARE @Mine INT, @Theirs INT, @Keep BIGINT;
DECLARE @Duplicates dbo.AtomIdList;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Mine');
SET @Mine = SCOPE_IDENTITY();
INSERT INTO dbo.Tenant (Name) VALUES (N'Test Theirs');
SET @Theirs = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@Mine, 'text', N'a', 0x01);
SET @Keep = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@Theirs, 'text', N'a', 0x01);
INSERT INTO @Duplicates (AtomId) VALUES (SCOPE_IDENTITY());

EXECUTE hart_test.expect_error 50032;
EXECUTE dbo.sp_MergeAtoms @Mine, @Keep, @Duplicates;
GO

-- test: a hypothesis follows the strongest path and leaves out what is known
-- a -> b (0.8) -> c (0.5) gives 0.40; a -> d (0.9) -> c (0.4) gives 0.36; b and d are known.
DECLARE @TenantId INT, @A BIGINT, @B BIGINT, @C BIGINT, @D BIGINT, @Confidence DECIMAL (9, 6), @PathText VARCHAR (2000), @Expected VARCHAR (2000);

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Hypothesis');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'a', 0x01);
SET @A = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'b', 0x02);
SET @B = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'c', 0x03);
SET @C = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'd', 0x04);
SET @D = SCOPE_IDENTITY();
INSERT INTO dbo.AtomRelation (SourceAtomId, TargetAtomId, RelationTypeCode, Weight)
VALUES (@A, @B, 'causes', 0.8), (@B, @C, 'causes', 0.5), (@A, @D, 'causes', 0.9), (@D, @C, 'causes', 0.4);

EXECUTE dbo.sp_Hypothesize @TenantId = @TenantId, @AtomId = @A;

SELECT TargetAtomId INTO #Path FROM provenance.SemanticPathCache WHERE SourceAtomId = @A;
SELECT @Confidence = Confidence, @PathText = PathText FROM provenance.SemanticPathCache WHERE SourceAtomId = @A AND TargetAtomId = @C;
SET @Expected = CONCAT(@A, '/', @B, '/', @C);

EXECUTE hart_test.assert_row_count 1, N'#Path';
EXECUTE hart_test.assert_equals 0.4, @Confidence;
EXECUTE hart_test.assert_equals @Expected, @PathText;
GO

-- test: near embeddings share a concept and far ones found a new one
DECLARE @TenantId INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Cluster');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash)
VALUES (@TenantId, 'text', N'cat', 0x01), (@TenantId, 'text', N'lynx', 0x02), (@TenantId, 'text', N'spanner', 0x03);

INSERT INTO dbo.AtomEmbedding (AtomId, ModelName, Embedding)
SELECT a.AtomId, N'hart-mini', CAST(v.Embedding AS VECTOR (8))
FROM dbo.Atom AS a
    INNER JOIN (VALUES (N'cat', '[1,0,0,0,0,0,0,0]'),
                       (N'lynx', '[0.96,0.28,0,0,0,0,0,0]'),
                       (N'spanner', '[0,0,0,1,0,0,0,0]')) AS v (CanonicalText, Embedding) ON v.CanonicalText = a.CanonicalText
WHERE a.TenantId = @TenantId;

EXECUTE dbo.sp_ClusterConcepts @TenantId = @TenantId, @MaxDistance = 0.1;

SELECT a.CanonicalText, c.AtomCount
INTO #Actual
FROM dbo.AtomConcept AS x
    INNER JOIN dbo.Atom AS a ON a.AtomId = x.AtomId
    INNER JOIN dbo.Concept AS c ON c.ConceptId = x.ConceptId
WHERE x.TenantId = @TenantId;

CREATE TABLE #Expected (CanonicalText NVARCHAR (1000) NOT NULL, AtomCount INT NOT NULL);
INSERT INTO #Expected VALUES (N'cat', 2), (N'lynx', 2), (N'spanner', 1);

EXECUTE hart_test.assert_tables_equal N'#Expected', N'#Actual';
GO

-- test: the full name of a concept starts at the root
DECLARE @TenantId INT, @Parent INT, @Child INT, @Path NVARCHAR (2000);

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Concept');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Concept (TenantId, Name) VALUES (@TenantId, N'Tools');
SET @Parent = SCOPE_IDENTITY();
INSERT INTO dbo.Concept (TenantId, Name, ParentConceptId) VALUES (@TenantId, N'Spanners', @Parent);
SET @Child = SCOPE_IDENTITY();

SET @Path = dbo.fn_ConceptPath(@Child);
EXECUTE hart_test.assert_equals N'Tools / Spanners', @Path;

SELECT @Path = FullName FROM dbo.vw_ConceptHierarchy WHERE ConceptId = @Child;
EXECUTE hart_test.assert_equals N'Tools / Spanners', @Path;
GO

-- test: every change of an atom leaves a row in the history
DECLARE @TenantId INT, @A BIGINT, @First NVARCHAR (1000), @Visible INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test History');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash) VALUES (@TenantId, 'text', N'one', 0x01);
SET @A = SCOPE_IDENTITY();

UPDATE dbo.Atom SET CanonicalText = N'two' WHERE AtomId = @A;
DELETE FROM dbo.Atom WHERE AtomId = @A;

SELECT CanonicalText INTO #History FROM dbo.AtomHistory WHERE AtomId = @A;
CREATE TABLE #Expected (CanonicalText NVARCHAR (1000) NOT NULL);
INSERT INTO #Expected VALUES (N'one'), (N'two');

-- Both versions began and ended in this transaction: they lasted no time.
SELECT @Visible = COUNT(*) FROM dbo.Atom FOR SYSTEM_TIME ALL WHERE AtomId = @A;

EXECUTE hart_test.assert_tables_equal N'#Expected', N'#History';
EXECUTE hart_test.assert_equals 0, @Visible;
GO

-- test: a search takes what was typed as text and not as a pattern
DECLARE @TenantId INT, @Total INT;

INSERT INTO dbo.Tenant (Name) VALUES (N'Test Search');
SET @TenantId = SCOPE_IDENTITY();
INSERT INTO dbo.Atom (TenantId, AtomTypeCode, CanonicalText, ContentHash)
VALUES (@TenantId, 'text', N'100% wool', 0x01), (@TenantId, 'text', N'100 sheep', 0x02);

EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @Text = N'100%', @TotalCount = @Total OUTPUT;
EXECUTE hart_test.assert_equals 1, @Total;

EXECUTE dbo.sp_SearchAtoms @TenantId = @TenantId, @Text = N'100', @TotalCount = @Total OUTPUT;
EXECUTE hart_test.assert_equals 2, @Total;
GO
