CREATE TABLE [dbo].[Country]
(
    [CountryCode] CHAR (2)       NOT NULL,
    [Name]        NVARCHAR (100) NOT NULL,
    [IsActive]    BIT            CONSTRAINT [DF_Country_IsActive] DEFAULT (1) NOT NULL,
    CONSTRAINT [PK_Country] PRIMARY KEY CLUSTERED ([CountryCode] ASC),
    CONSTRAINT [UQ_Country_Name] UNIQUE NONCLUSTERED ([Name] ASC)
);
