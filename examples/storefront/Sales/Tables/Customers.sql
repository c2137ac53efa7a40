CREATE TABLE [Sales].[Customers] (
    [CustomerID]   NCHAR (5)           NOT NULL,
    [CompanyName]  NVARCHAR (40)       NOT NULL,
    [ContactName]  NVARCHAR (30)       NULL,
    [ContactTitle] NVARCHAR (30)       NULL,
    [City]         NVARCHAR (15)       NULL,
    [Region]       NVARCHAR (15)       NULL,
    [PostalCode]   NVARCHAR (10)       NULL,
    [Country]      NVARCHAR (15)       NULL,
    [Phone]        [dbo].[PhoneNumber] NULL,
    [Fax]          [dbo].[PhoneNumber] NULL,
    [CreditLimit]  MONEY               CONSTRAINT [DF_Customers_CreditLimit] DEFAULT ((0)) NOT NULL,
    [rowguid]      UNIQUEIDENTIFIER    CONSTRAINT [DF_Customers_rowguid] DEFAULT (newsequentialid()) ROWGUIDCOL NOT NULL,
    [ModifiedDate] DATETIME            CONSTRAINT [DF_Customers_ModifiedDate] DEFAULT (getdate()) NOT NULL,
    CONSTRAINT [PK_Customers] PRIMARY KEY CLUSTERED ([CustomerID] ASC),
    CONSTRAINT [CK_Customers_CreditLimit] CHECK ([CreditLimit]>=(0))
);


GO
CREATE NONCLUSTERED INDEX [City]
    ON [Sales].[Customers]([City] ASC);


GO
CREATE NONCLUSTERED INDEX [CompanyName]
    ON [Sales].[Customers]([CompanyName] ASC);


GO
CREATE UNIQUE NONCLUSTERED INDEX [AK_Customers_rowguid]
    ON [Sales].[Customers]([rowguid] ASC);


GO
EXECUTE sp_addextendedproperty @name = N'MS_Description', @value = N'Companies that buy from us.', @level0type = N'SCHEMA', @level0name = N'Sales', @level1type = N'TABLE', @level1name = N'Customers';


GO
EXECUTE sp_addextendedproperty @name = N'MS_Description', @value = N'Five letters made of the company''s name.', @level0type = N'SCHEMA', @level0name = N'Sales', @level1type = N'TABLE', @level1name = N'Customers', @level2type = N'COLUMN', @level2name = N'CustomerID';
