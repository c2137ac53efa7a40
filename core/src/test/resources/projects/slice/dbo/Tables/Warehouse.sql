CREATE TABLE [dbo].[Warehouse]
(
    [WarehouseId] INT           IDENTITY (1, 1) NOT NULL,
    [Code]        VARCHAR (10)  NOT NULL,
    [CountryCode] CHAR (2)      NOT NULL,
    [OpenedOn]    DATE          NULL,
    CONSTRAINT [PK_Warehouse] PRIMARY KEY CLUSTERED ([WarehouseId] ASC),
    CONSTRAINT [UQ_Warehouse_Code] UNIQUE NONCLUSTERED ([Code] ASC),
    CONSTRAINT [FK_Warehouse_Country] FOREIGN KEY ([CountryCode]) REFERENCES [dbo].[Country] ([CountryCode])
);
