CREATE TABLE [dbo].[RelationType]
(
    [RelationTypeCode] VARCHAR (20)   NOT NULL,
    [DisplayName]      NVARCHAR (100) NOT NULL,
    [DefaultWeight]    DECIMAL (9, 6) NOT NULL,
    [IsSymmetric]      BIT            DEFAULT (0) NOT NULL,
    CONSTRAINT [PK_RelationType] PRIMARY KEY CLUSTERED ([RelationTypeCode] ASC),
    CHECK ([DefaultWeight] > 0 AND [DefaultWeight] <= 1)
);
