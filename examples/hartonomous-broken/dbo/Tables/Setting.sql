CREATE TABLE [dbo].[Setting]
(
    [Name]        VARCHAR (60)   NOT NULL,
    [Value]       NVARCHAR (400) NOT NULL,
    [Description] NVARCHAR (400) NULL,
    [ChangedAt]   DATETIME2 (3)  CONSTRAINT [DF_Setting_ChangedAt] DEFAULT (SYSUTCDATETIME()) NOT NULL,
    CONSTRAINT [PK_Setting] PRIMARY KEY CLUSTERED ([Name] ASC)
);
