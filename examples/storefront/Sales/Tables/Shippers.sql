CREATE TABLE [Sales].[Shippers] (
    [ShipperID]   INT                 IDENTITY (1, 1) NOT NULL,
    [CompanyName] NVARCHAR (40)       NOT NULL,
    [Phone]       [dbo].[PhoneNumber] NULL,
    CONSTRAINT [PK_Shippers] PRIMARY KEY CLUSTERED ([ShipperID] ASC)
);
