-- The names from the root of the hierarchy down to a concept: `Science / Physics / Optics`.
CREATE FUNCTION [dbo].[fn_ConceptPath]
(
    @ConceptId INT
)
RETURNS NVARCHAR (2000)
AS
BEGIN
    DECLARE @Path     NVARCHAR (2000),
            @Name     NVARCHAR (200),
            @ParentId INT,
            @Depth    INT = 0;

    WHILE @ConceptId IS NOT NULL AND @Depth < 32
    BEGIN
        SET @Name = NULL;

        SELECT @Name = c.Name,
               @ParentId = c.ParentConceptId
        FROM dbo.Concept AS c
        WHERE c.ConceptId = @ConceptId;

        IF @Name IS NULL
            BREAK;

        SET @Path = @Name + ISNULL(N' / ' + @Path, N'');
        SET @ConceptId = @ParentId;
        SET @Depth += 1;
    END;

    RETURN @Path;
END;
