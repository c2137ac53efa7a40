-- The atoms that can be reached from one atom, level by level, each at its shortest distance and with the best weight at that distance.
CREATE FUNCTION [dbo].[fn_FindRelatedAtoms]
(
    @StartAtomId BIGINT,
    @MaxHops     INT,
    @MinWeight   DECIMAL (9, 6)
)
RETURNS @Related TABLE
(
    [AtomId] BIGINT         NOT NULL PRIMARY KEY,
    [Hops]   INT            NOT NULL,
    [Weight] DECIMAL (9, 6) NOT NULL
)
AS
BEGIN
    DECLARE @Hop INT = 0;

    INSERT INTO @Related (AtomId, Hops, Weight)
    VALUES (@StartAtomId, 0, 1);

    WHILE @Hop < @MaxHops
    BEGIN
        INSERT INTO @Related (AtomId, Hops, Weight)
        SELECT r.TargetAtomId,
               @Hop + 1,
               MAX(found.Weight * r.Weight)
        FROM @Related AS found
            INNER JOIN dbo.AtomRelation AS r ON r.SourceAtomId = found.AtomId
        WHERE found.Hops = @Hop
              AND found.Weight * r.Weight >= @MinWeight
              AND NOT EXISTS (SELECT 1 FROM @Related AS seen WHERE seen.AtomId = r.TargetAtomId)
        GROUP BY r.TargetAtomId;

        IF @@ROWCOUNT = 0
            BREAK;

        SET @Hop += 1;
    END;

    DELETE FROM @Related
    WHERE Hops = 0;

    RETURN;
END;
