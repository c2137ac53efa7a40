CREATE TABLE dbo.Shipment
(
    Id BIGINT NOT NULL PRIMARY KEY,
    CarrierId SMALLINT NOT NULL CONSTRAINT FK_Shipment_Carrier REFERENCES dbo.Carrier (CarrierId)
);
