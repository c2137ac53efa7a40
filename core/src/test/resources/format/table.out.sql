CREATE TABLE dbo.Item (
    Id int NOT NULL IDENTITY (1, 1) CONSTRAINT PK_Item PRIMARY KEY, -- the key
    Name nvarchar(100) NOT NULL,
    Price decimal(10, 2) NULL DEFAULT (0),
    Sum AS (Price * 2) PERSISTED,

    CONSTRAINT CK_Price CHECK (Price >= 0),
    INDEX IX_Name NONCLUSTERED (Name) WHERE Price IS NOT NULL
) WITH (DATA_COMPRESSION = PAGE);
CREATE UNIQUE INDEX UX ON dbo.Item (Name ASC) INCLUDE (Price) WHERE Price > 0;
