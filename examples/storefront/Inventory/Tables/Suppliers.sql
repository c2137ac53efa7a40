CREATE TABLE [Inventory].[Suppliers] (
    [SupplierID]  INT                 IDENTITY (1, 1) NOT NULL,
    [CompanyName] NVARCHAR (40)       NOT NULL,
    [ContactName] NVARCHAR (30)       NULL,
    [City]        NVARCHAR (15)       NULL,
    [Country]     NVARCHAR (15)       NULL,
    [Phone]       [dbo].[PhoneNumber] NULL,
    [HomePage]    NVARCHAR (MAX)      NULL,
    CONSTRAINT [PK_Suppliers] PRIMARY KEY CLUSTERED ([SupplierID] ASC)
);
