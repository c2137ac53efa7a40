MERGE dbo.RelationType AS t
USING (VALUES ('follows', N'Follows in its source', 0.500000, 0),
              ('mentions', N'Mentions', 0.600000, 0),
              ('causes', N'Causes', 0.800000, 0),
              ('same-as', N'Is the same as', 1.000000, 1)) AS s (RelationTypeCode, DisplayName, DefaultWeight, IsSymmetric)
ON t.RelationTypeCode = s.RelationTypeCode
WHEN MATCHED AND (t.DisplayName <> s.DisplayName
                  OR t.DefaultWeight <> s.DefaultWeight
                  OR t.IsSymmetric <> s.IsSymmetric) THEN
    UPDATE SET DisplayName = s.DisplayName,
               DefaultWeight = s.DefaultWeight,
               IsSymmetric = s.IsSymmetric
WHEN NOT MATCHED BY TARGET THEN
    INSERT (RelationTypeCode, DisplayName, DefaultWeight, IsSymmetric)
    VALUES (s.RelationTypeCode, s.DisplayName, s.DefaultWeight, s.IsSymmetric);
