CREATE TABLE [dbo].[Product]
(
    [ProductId]   INT             IDENTITY (1, 1) NOT NULL,
    [CategoryId]  INT             NOT NULL,
    [Sku]         VARCHAR (32)    NOT NULL,
    [Name]        NVARCHAR (200)  NOT NULL,
    [UnitPrice]   DECIMAL (19, 4) NOT NULL,
    [CreatedAt]   DATETIME2 (3)   CONSTRAINT [DF_Product_CreatedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    [IsDeleted]   BIT             CONSTRAINT [DF_Product_IsDeleted] DEFAULT (0) NOT NULL,
    CONSTRAINT [PK_Product] PRIMARY KEY CLUSTERED ([ProductId] ASC),
    CONSTRAINT [CK_Product_UnitPrice] CHECK ([UnitPrice] >= 0),
    CONSTRAINT [FK_Product_Category] FOREIGN KEY ([CategoryId]) REFERENCES [dbo].[Category] ([CategoryId])
);
GO

CREATE UNIQUE NONCLUSTERED INDEX [UX_Product_Sku]
    ON [dbo].[Product] ([Sku] ASC)
    WHERE [IsDeleted] = 0;
GO

CREATE NONCLUSTERED INDEX [IX_Product_CategoryId]
    ON [dbo].[Product] ([CategoryId] ASC)
    INCLUDE ([Name], [UnitPrice]);
