MERGE dbo.AtomType AS t
USING (VALUES ('text', N'Text', 1.00),
              ('entity', N'Entity', 1.50),
              ('fact', N'Fact', 2.00),
              ('image', N'Image region', 0.75)) AS s (AtomTypeCode, DisplayName, BaseWeight)
ON t.AtomTypeCode = s.AtomTypeCode
WHEN MATCHED AND (t.DisplayName <> s.DisplayName OR t.BaseWeight <> s.BaseWeight) THEN
    UPDATE SET DisplayName = s.DisplayName,
               BaseWeight = s.BaseWeight
WHEN NOT MATCHED BY TARGET THEN
    INSERT (AtomTypeCode, DisplayName, BaseWeight)
    VALUES (s.AtomTypeCode, s.DisplayName, s.BaseWeight);
