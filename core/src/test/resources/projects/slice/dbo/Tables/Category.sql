CREATE TABLE [dbo].[Category]
(
    [CategoryId]       INT            IDENTITY (1, 1) NOT NULL,
    [ParentCategoryId] INT            NULL,
    [Name]             NVARCHAR (80)  NOT NULL,
    [SortOrder]        SMALLINT       CONSTRAINT [DF_Category_SortOrder] DEFAULT (0) NOT NULL,
    CONSTRAINT [PK_Category] PRIMARY KEY CLUSTERED ([CategoryId] ASC),
    CONSTRAINT [FK_Category_Parent] FOREIGN KEY ([ParentCategoryId]) REFERENCES [dbo].[Category] ([CategoryId])
);
