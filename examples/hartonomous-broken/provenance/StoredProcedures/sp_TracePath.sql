-- How one atom leads to another, step by step: from the cache where it is known and fresh, else along the relations.
CREATE PROCEDURE [provenance].[sp_TracePath]
    @TenantId     INT,
    @SourceAtomId BIGINT,
    @TargetAtomId BIGINT,
    @MaxHops      INT = 5
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    DECLARE @PathText   VARCHAR (2000),
            @Confidence DECIMAL (9, 6),
            @Hops       INT,
            @Current    BIGINT,
            @FromCache  BIT = 1;

    DECLARE @Reached TABLE
    (
        [AtomId] BIGINT         NOT NULL PRIMARY KEY,
        [Hops]   INT            NOT NULL,
        [Weight] DECIMAL (9, 6) NOT NULL
    );

    IF (SELECT COUNT(*) FROM dbo.Atom WHERE TenantId = @TenantId AND AtomId IN (@SourceAtomId, @TargetAtomId)) <> 2
        THROW 50066, N'A path leads from one atom of the tenant to another one.', 1;

    UPDATE provenance.SemanticPathCache
    SET HitCount += 1,
        @PathText = PathText,
        @Confidence = Confidence
    WHERE SourceAtomId = @SourceAtomId
          AND TargetAtomId = @TargetAtomId
          AND ExpiresAt > SYSUTCDATETIME();

    IF @PathText IS NULL
    BEGIN
        SET @FromCache = 0;

        INSERT INTO @Reached (AtomId, Hops, Weight)
        SELECT f.AtomId,
               f.Hops,
               f.Weight
        FROM dbo.fn_FindRelatedAtoms(@SourceAtomId, @MaxHops, 0) AS f
        UNION ALL
        SELECT @SourceAtomId, 0, 1;

        SELECT @Hops = Hops,
               @Confidence = Weight,
               @Current = AtomId,
               @PathText = CONVERT (VARCHAR (20), AtomId)
        FROM @Reached
        WHERE AtomId = @TargetAtomId;

        -- Back from the target, always over the strongest relation from the level before.
        WHILE @Hops > 0
        BEGIN
            SELECT TOP (1) @Current = s.AtomId
            FROM @Reached AS s
                INNER JOIN dbo.AtomRelation AS r ON r.SourceAtomId = s.AtomId AND r.TargetAtomId = @Current
            WHERE s.Hops = @Hops - 1
            ORDER BY s.Weight * r.Weight DESC, s.AtomId;

            SET @PathText = CONCAT(@Current, '/', @PathText);
            SET @Hops -= 1;
        END;
    END;

    SELECT p.ordinal                                   AS Step,
           a.CanonicalText,
           a.AtomTypeCode,
           r.RelationTypeCode,
           r.Weight,
           @Confidence                                 AS Confidence,
           @FromCache                                  AS FromCache
    FROM STRING_SPLIT(@PathText, '/', 1) AS p
        INNER JOIN dbo.Atom AS a ON a.AtomId = CONVERT (BIGINT, p.value)
        LEFT OUTER JOIN STRING_SPLIT(@PathText, '/', 1) AS n ON n.ordinal = p.ordinal + 1
        OUTER APPLY (SELECT TOP (1) x.RelationTypeCode,
                                    x.Weight
                     FROM dbo.AtomRelation AS x
                     WHERE x.SourceAtomId = a.AtomId
                           AND x.TargetAtomId = TRY_CONVERT (BIGINT, n.value)
                     ORDER BY x.Weight DESC, x.RelationId) AS r
    ORDER BY p.ordinal;
END;
