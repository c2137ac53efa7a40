CREATE TABLE dbo.Parent (Id INT NOT NULL, State INT NOT NULL);
GO
CREATE TABLE dbo.Child (Id INT NOT NULL, ParentId INT NOT NULL, State INT NOT NULL);
GO
CREATE PROCEDURE dbo.Open_children AS
SELECT c.Id
FROM dbo.Parent AS p INNER JOIN dbo.Child AS c ON c.ParentId = p.Id
WHERE State = 1;
