CREATE TABLE dbo.Item
(
    Id INT NOT NULL,
    Price DECIMAL(10, 2) NOT NULL, -- without tax
    CONSTRAINT PK_Item PRIMARY KEY (Id)
);
