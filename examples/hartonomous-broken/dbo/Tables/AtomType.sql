CREATE TABLE [dbo].[AtomType]
(
    [AtomTypeCode] VARCHAR (20)   NOT NULL,
    [DisplayName]  NVARCHAR (100) NOT NULL,
    [BaseWeight]   DECIMAL (5, 2) CONSTRAINT [DF_AtomType_BaseWeight] DEFAULT (1.00) NOT NULL,
    CONSTRAINT [PK_AtomType] PRIMARY KEY CLUSTERED ([AtomTypeCode] ASC)
);
