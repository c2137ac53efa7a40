CREATE TABLE dbo.Room
(
    Id INT NOT NULL,
    Seats INT NULL -- those with a table
);
GO
CREATE VIEW dbo.Rooms AS SELECT Id, Floor FROM dbo.Room WHERE Floor IN (1, 2);
