CREATE TABLE [sales].[CustomerAddress]
(
    [CustomerId]  INT            NOT NULL,
    [AddressKind] CHAR (1)       NOT NULL,
    [Street]      NVARCHAR (200) NOT NULL,
    [City]        NVARCHAR (100) NOT NULL,
    [PostalCode]  VARCHAR (12)   NULL,
    [Notes]       NVARCHAR (MAX) NULL,
    CONSTRAINT [PK_CustomerAddress] PRIMARY KEY CLUSTERED ([CustomerId] ASC, [AddressKind] ASC),
    CONSTRAINT [CK_CustomerAddress_Kind] CHECK ([AddressKind] IN ('B', 'S')),
    CONSTRAINT [FK_CustomerAddress_Customer] FOREIGN KEY ([CustomerId]) REFERENCES [sales].[Customer] ([CustomerId]) ON DELETE CASCADE
);
