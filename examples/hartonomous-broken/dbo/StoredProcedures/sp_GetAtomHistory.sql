-- All versions of an atom, the oldest first, or the one that was valid at a point in time; then the atoms that were merged into it.
CREATE PROCEDURE [dbo].[sp_GetAtomHistory]
    @TenantId INT,
    @AtomId   BIGINT,
    @AsOf     DATETIME2 (7) = NULL
AS
BEGIN
    SET NOCOUNT ON;

    IF @AsOf IS NULL
        SELECT ROW_NUMBER() OVER (ORDER BY a.ValidFrom)                         AS VersionNumber,
               a.CanonicalText,
               a.OccurrenceCount,
               a.OccurrenceCount - LAG(a.OccurrenceCount, 1, 0) OVER (ORDER BY a.ValidFrom)
                                                                                AS OccurrenceChange,
               CASE WHEN a.ValidTo = '9999-12-31 23:59:59.9999999' THEN 1 ELSE 0 END
                                                                                AS IsCurrent,
               a.ValidFrom,
               a.ValidTo
        FROM dbo.Atom FOR SYSTEM_TIME ALL AS a
        WHERE a.AtomId = @AtomId
              AND a.TenantId = @TenantId
        ORDER BY a.ValidFrom;
    ELSE
        SELECT CONVERT (BIGINT, 1)                                              AS VersionNumber,
               a.CanonicalText,
               a.OccurrenceCount,
               a.OccurrenceCount - c.OccurrenceCount                            AS OccurrenceChange,
               IIF(a.ValidFrom = c.ValidFrom, 1, 0)                             AS IsCurrent,
               a.ValidFrom,
               a.ValidTo
        FROM dbo.Atom FOR SYSTEM_TIME AS OF @AsOf AS a
            LEFT OUTER JOIN dbo.Atom AS c ON c.AtomId = a.AtomId
        WHERE a.AtomId = @AtomId
              AND a.TenantId = @TenantId;

    SELECT l.MergedText,
           l.Reason,
           COALESCE(h.VersionCount, 0) AS VersionCount
    FROM provenance.AtomLineage AS l
        INNER JOIN dbo.Atom AS s ON s.AtomId = l.SurvivorAtomId
        OUTER APPLY (SELECT COUNT(*) AS VersionCount
                     FROM dbo.AtomHistory AS v
                     WHERE v.AtomId = l.MergedAtomId) AS h
    WHERE l.SurvivorAtomId = @AtomId
          AND s.TenantId = @TenantId
    ORDER BY l.LineageId;
END;
