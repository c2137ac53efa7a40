CREATE VIEW [dbo].[vw_ActiveAtom]
AS
SELECT a.AtomId,
       a.TenantId,
       t.Name                                            AS TenantName,
       a.AtomTypeCode,
       y.DisplayName                                     AS AtomTypeName,
       a.CanonicalText,
       y.BaseWeight * (a.OccurrenceCount + a.ReferenceCount) AS Importance,
       JSON_VALUE(a.Metadata, '$.language')              AS Language
FROM dbo.Atom AS a
    INNER JOIN dbo.AtomType AS y ON y.AtomTypeCode = a.AtomTypeCode
    INNER JOIN dbo.Tenant AS t ON t.TenantId = a.TenantId
WHERE t.IsActive = 1;
