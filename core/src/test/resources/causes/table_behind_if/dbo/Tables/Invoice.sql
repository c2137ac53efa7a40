CREATE TABLE dbo.Invoice
(
    Id INT NOT NULL PRIMARY KEY,
    OrderId INT NOT NULL REFERENCES sales.[Order] (Id)
);
