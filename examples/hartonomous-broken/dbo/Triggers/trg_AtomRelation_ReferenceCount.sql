-- Keeps Atom.ReferenceCount: the number of relations that point at an atom.
CREATE TRIGGER [dbo].[trg_AtomRelation_ReferenceCount]
    ON [dbo].[AtomRelation]
    AFTER INSERT, UPDATE, DELETE
AS
BEGIN
    SET NOCOUNT ON;

    IF NOT EXISTS (SELECT 1 FROM inserted) AND NOT EXISTS (SELECT 1 FROM deleted)
        RETURN;

    -- An update of the weight alone gives +1 and -1 for the same atom: HAVING leaves it out.
    UPDATE a
    SET a.ReferenceCount = a.ReferenceCount + d.Change
    FROM dbo.Atom AS a
        INNER JOIN (SELECT e.TargetAtomId,
                           SUM(e.Change) AS Change
                    FROM (SELECT TargetAtomId, 1 AS Change FROM inserted
                          UNION ALL
                          SELECT TargetAtomId, -1 FROM deleted) AS e
                    GROUP BY e.TargetAtomId
                    HAVING SUM(e.Change) <> 0) AS d ON d.TargetAtomId = a.AtomId;
END;
