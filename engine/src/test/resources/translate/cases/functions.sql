CREATE TABLE dbo.Concept (ConceptId int NOT NULL PRIMARY KEY, Name nvarchar(200) NOT NULL, ParentConceptId int NULL);
INSERT INTO dbo.Concept VALUES (1, N'Science', NULL), (2, N'Physics', 1), (3, N'Optics', 2);
GO
CREATE FUNCTION dbo.fn_BillableUnits (@Tokens BIGINT) RETURNS INT AS
BEGIN
    RETURN CONVERT (INT, CEILING(ISNULL(@Tokens, 0) / 1000.0));
END;
GO
CREATE FUNCTION dbo.fn_Sla (@Complexity DECIMAL (9, 2), @PlanCode VARCHAR (20)) RETURNS VARCHAR (12) AS
BEGIN
    DECLARE @Limit DECIMAL (9, 2);
    IF @Complexity IS NULL
        RETURN 'batch';
    SET @Limit = CASE WHEN @PlanCode = 'ENTERPRISE' THEN 40 WHEN @PlanCode IN ('TEAM', 'PRO') THEN 15 ELSE 5 END;
    RETURN CASE WHEN @Complexity <= @Limit / 2 THEN 'realtime' WHEN @Complexity <= @Limit THEN 'interactive' ELSE 'batch' END;
END;
GO
CREATE FUNCTION dbo.fn_Path (@ConceptId INT) RETURNS NVARCHAR (2000) AS
BEGIN
    DECLARE @Path NVARCHAR (2000), @Name NVARCHAR (200), @ParentId INT, @Depth INT = 0;
    WHILE @ConceptId IS NOT NULL AND @Depth < 32
    BEGIN
        SET @Name = NULL;
        SELECT @Name = c.Name, @ParentId = c.ParentConceptId FROM dbo.Concept AS c WHERE c.ConceptId = @ConceptId;
        IF @Name IS NULL
            BREAK;
        SET @Path = @Name + ISNULL(N' / ' + @Path, N'');
        SET @ConceptId = @ParentId;
        SET @Depth += 1;
    END;
    RETURN @Path;
END;
GO
CREATE FUNCTION dbo.fn_Children (@ParentId INT) RETURNS TABLE AS
RETURN (SELECT c.ConceptId, c.Name, COUNT(*) OVER () AS n FROM dbo.Concept AS c WHERE c.ParentConceptId = @ParentId);
GO
CREATE FUNCTION dbo.fn_Below (@Start INT, @MaxHops INT) RETURNS @Found TABLE (Id INT NOT NULL PRIMARY KEY, Hops INT NOT NULL) AS
BEGIN
    DECLARE @Hop INT = 0;
    INSERT INTO @Found (Id, Hops) VALUES (@Start, 0);
    WHILE @Hop < @MaxHops
    BEGIN
        INSERT INTO @Found (Id, Hops)
        SELECT c.ConceptId, @Hop + 1 FROM @Found AS f INNER JOIN dbo.Concept AS c ON c.ParentConceptId = f.Id
        WHERE f.Hops = @Hop AND NOT EXISTS (SELECT 1 FROM @Found AS seen WHERE seen.Id = c.ConceptId);
        IF @@ROWCOUNT = 0
            BREAK;
        SET @Hop += 1;
    END;
    DELETE FROM @Found WHERE Hops = 0;
    RETURN;
END;
GO
CREATE FUNCTION dbo.fn_Names (@Separator nvarchar(5) = N',') RETURNS nvarchar(max) AS
BEGIN
    DECLARE @s nvarchar(max) = N'';
    SELECT @s = @s + Name + @Separator FROM dbo.Concept ORDER BY ConceptId DESC;
    RETURN @s;
END;
GO
SELECT dbo.fn_BillableUnits(2001) AS u, dbo.fn_BillableUnits(NULL) AS z, dbo.fn_Sla(3, 'free') AS s, dbo.fn_Sla(15.5, 'enterprise') AS t;
SELECT ConceptId, dbo.fn_Path(ConceptId) AS path FROM dbo.Concept ORDER BY ConceptId;
SELECT ConceptId, Name, n FROM dbo.fn_Children(1);
SELECT c.ConceptId, f.Name FROM dbo.Concept AS c CROSS APPLY dbo.fn_Children(c.ConceptId) AS f ORDER BY c.ConceptId;
SELECT Id, Hops FROM dbo.fn_Below(1, 5) ORDER BY Id;
SELECT c.ConceptId, b.Id FROM dbo.Concept AS c CROSS APPLY dbo.fn_Below(c.ConceptId, 1) AS b ORDER BY c.ConceptId;
SELECT dbo.fn_Names(N';') AS a, dbo.fn_Names(DEFAULT) AS b;
GO
CREATE VIEW dbo.Roots AS SELECT ConceptId AS Id, Name FROM dbo.Concept WHERE ParentConceptId IS NULL;
GO
SELECT * FROM dbo.Roots WHERE name = 'SCIENCE';
