-- Deployment script for db
-- 1 change, 15 steps. Run it in SQLCMD mode.
:setvar DatabaseName "db"
:setvar DefaultDataPath ""
:setvar DefaultFilePrefix "db"
:setvar DefaultLogPath ""
:setvar __IsSqlCmdEnabled "True"
:on error exit
GO
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
SET XACT_ABORT ON;
GO
IF N'$(__IsSqlCmdEnabled)' NOT LIKE N'True'
BEGIN
    PRINT N'This script needs SQLCMD mode.';
    SET NOEXEC ON;
END;
GO
USE [$(DatabaseName)];
GO
-- Step 1: Unbind view [dbo].[V] from what it uses
PRINT N'Unbind view [dbo].[V] from what it uses';
GO
ALTER VIEW dbo.V  AS SELECT B, COUNT_BIG(*) AS N FROM dbo.T GROUP BY B
GO
-- Step 2: Drop foreign key [FKC] on [dbo].[C]
PRINT N'Drop foreign key [FKC] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] DROP CONSTRAINT [FKC];
GO
-- Step 3: Rebuild table [dbo].[T]
PRINT N'Rebuild table [dbo].[T]';
GO
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[hart_rebuild_T] (
    [Id] int IDENTITY (1, 1) NOT NULL,
    [A] nvarchar(50) NULL,
    [B] int NOT NULL,
    [C] int NULL
);
GO
SET IDENTITY_INSERT [dbo].[hart_rebuild_T] ON;
INSERT INTO [dbo].[hart_rebuild_T] ([Id], [A], [B], [C])
SELECT [Id],
       [A],
       [B],
       [C]
FROM [dbo].[T];
SET IDENTITY_INSERT [dbo].[hart_rebuild_T] OFF;
GO
DROP TABLE [dbo].[T];
GO
EXECUTE sys.sp_rename @objname = N'[dbo].[hart_rebuild_T]', @newname = N'T', @objtype = N'OBJECT';
GO
COMMIT TRANSACTION;
GO
-- Step 4: Bind view [dbo].[V] again
PRINT N'Bind view [dbo].[V] again';
GO
ALTER VIEW dbo.V WITH SCHEMABINDING AS SELECT B, COUNT_BIG(*) AS N FROM dbo.T GROUP BY B
GO
-- Step 5: Create primary key [PK_T] on [dbo].[T]
PRINT N'Create primary key [PK_T] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T]
    ADD CONSTRAINT [PK_T] PRIMARY KEY CLUSTERED ([Id] ASC);
GO
-- Step 6: Create index [IX] on [dbo].[T]
PRINT N'Create index [IX] on [dbo].[T]';
GO
CREATE NONCLUSTERED INDEX [IX]
    ON [dbo].[T] ([B] ASC);
GO
-- Step 7: Create default of [dbo].[T].[C]
PRINT N'Create default of [dbo].[T].[C]';
GO
ALTER TABLE [dbo].[T]
    ADD DEFAULT (3) FOR [C];
GO
-- Step 8: Create check constraint [CKX] on [dbo].[T]
PRINT N'Create check constraint [CKX] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] WITH NOCHECK
    ADD CONSTRAINT [CKX] CHECK (C>1);
GO
-- Step 9: Create foreign key [FKC] on [dbo].[C]
PRINT N'Create foreign key [FKC] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH NOCHECK
    ADD CONSTRAINT [FKC] FOREIGN KEY ([T]) REFERENCES [dbo].[T] ([Id]);
GO
-- Step 10: Create index [IV] on [dbo].[V]
PRINT N'Create index [IV] on [dbo].[V]';
GO
CREATE UNIQUE CLUSTERED INDEX [IV]
    ON [dbo].[V] ([B] ASC);
GO
-- Step 11: Create again trigger [dbo].[TR]
PRINT N'Create again trigger [dbo].[TR]';
GO
CREATE TRIGGER dbo.TR ON dbo.T AFTER INSERT AS PRINT 1
GO
-- Step 12: Grant permission SELECT on [dbo].[T] for [r]
PRINT N'Grant permission SELECT on [dbo].[T] for [r]';
GO
GRANT SELECT ON OBJECT::[dbo].[T] TO [r];
GO
-- Step 13: Create extended property [MS_Description] of [dbo].[T]
PRINT N'Create extended property [MS_Description] of [dbo].[T]';
GO
EXECUTE sys.sp_addextendedproperty @name = N'MS_Description', @value = N'a', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'T';
GO
-- Step 14: Check existing rows against check constraint [CKX] on [dbo].[T]
PRINT N'Check existing rows against check constraint [CKX] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] WITH CHECK CHECK CONSTRAINT [CKX];
GO
-- Step 15: Check existing rows against foreign key [FKC] on [dbo].[C]
PRINT N'Check existing rows against foreign key [FKC] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH CHECK CHECK CONSTRAINT [FKC];
GO
