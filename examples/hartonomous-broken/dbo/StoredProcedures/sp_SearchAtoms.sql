-- Searches a tenant's atoms. Only the filters that are given become part of the statement; values always travel as parameters.
CREATE PROCEDURE [dbo].[sp_SearchAtoms]
    @TenantId     INT,
    @Text         NVARCHAR (200) = NULL,
    @AtomTypeCode VARCHAR (20)   = NULL,
    @MinRelations INT            = NULL,
    @SortBy       VARCHAR (20)   = 'text',
    @Descending   BIT            = 0,
    @Page         INT            = 1,
    @PageSize     INT            = 20,
    @TotalCount   INT            = NULL OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Filter     NVARCHAR (MAX) = N'
WHERE a.TenantId = @TenantId',
            @Order      NVARCHAR (200),
            @Statement  NVARCHAR (MAX),
            @Parameters NVARCHAR (400) = N'@TenantId INT, @Text NVARCHAR (200), @AtomTypeCode VARCHAR (20), @MinRelations INT, @Skip INT, @Take INT, @TotalCount INT OUTPUT',
            @Skip       INT;

    IF @Page < 1 OR @PageSize NOT BETWEEN 1 AND 200
        THROW 50055, N'Pages start at 1 and have 1 to 200 rows.', 1;

    SET @Order = CASE LOWER(@SortBy)
                     WHEN 'text' THEN N'a.CanonicalText'
                     WHEN 'count' THEN N'a.OccurrenceCount'
                     WHEN 'relations' THEN N'RelationCount'
                 END;

    IF @Order IS NULL
        THROW 50056, N'Atoms are sorted by text, count or relations.', 1;

    IF @Text IS NOT NULL
    BEGIN
        -- What the caller typed is text, not a pattern.
        SET @Text = CONCAT(N'%', REPLACE(REPLACE(REPLACE(@Text, N'[', N'[[]'), N'%', N'[%]'), N'_', N'[_]'), N'%');
        SET @Filter += N'
      AND a.CanonicalText LIKE @Text';
    END;

    IF @AtomTypeCode IS NOT NULL
        SET @Filter += N'
      AND a.AtomTypeCode = @AtomTypeCode';

    IF @MinRelations IS NOT NULL
        SET @Filter += N'
      AND (SELECT COUNT(*) FROM dbo.AtomRelation AS m WHERE m.SourceAtomId = a.AtomId) >= @MinRelations';

    SET @Skip = (@Page - 1) * @PageSize;

    SET @Statement = N'SELECT @TotalCount = COUNT(*)
FROM dbo.Atom AS a' + @Filter + N';

SELECT a.CanonicalText,
       a.AtomTypeCode,
       a.OccurrenceCount,
       r.RelationCount
FROM dbo.Atom AS a
    CROSS APPLY (SELECT COUNT(*) AS RelationCount
                 FROM dbo.AtomRelation AS x
                 WHERE x.SourceAtomId = a.AtomId) AS r' + @Filter + N'
ORDER BY ' + @Order + IIF(@Descending = 1, N' DESC', N' ASC') + N', a.AtomId
OFFSET @Skip ROWS FETCH NEXT @Take ROWS ONLY;';

    EXECUTE sp_executesql @Statement, @Parameters,
        @TenantId = @TenantId,
        @Text = @Text,
        @AtomTypeCode = @AtomTypeCode,
        @MinRelations = @MinRelations,
        @Skip = @Skip,
        @Take = @PageSize,
        @TotalCount = @TotalCount OUTPUT;
END;
