CREATE TABLE [sales].[Customer]
(
    [CustomerId]  INT              IDENTITY (1000, 1) NOT NULL,
    [PublicId]    UNIQUEIDENTIFIER CONSTRAINT [DF_Customer_PublicId] DEFAULT (NEWID()) NOT NULL,
    [Email]       NVARCHAR (256)   NOT NULL,
    [FullName]    NVARCHAR (200)   NOT NULL,
    [CountryCode] CHAR (2)         NOT NULL,
    [CreditLimit] DECIMAL (12, 2)  CONSTRAINT [DF_Customer_CreditLimit] DEFAULT (0) NOT NULL,
    [CreatedAt]   DATETIME2 (3)    DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_Customer] PRIMARY KEY CLUSTERED ([CustomerId] ASC),
    CONSTRAINT [UQ_Customer_Email] UNIQUE NONCLUSTERED ([Email] ASC),
    CONSTRAINT [FK_Customer_Country] FOREIGN KEY ([CountryCode]) REFERENCES [dbo].[Country] ([CountryCode])
);
