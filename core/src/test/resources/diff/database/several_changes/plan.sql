-- Deployment script for db
-- 5 changes, 7 steps. Run it in SQLCMD mode.
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
-- HRT5001: dropping column [dbo].[T].[C] deletes what is in it
IF (SELECT COUNT_BIG(*) FROM [dbo].[T]) > 0
    RAISERROR (N'HRT5001: dropping column [dbo].[T].[C] deletes what is in it', 16, 127) WITH NOWAIT;
GO
-- Step 1: Create table [dbo].[N]
PRINT N'Create table [dbo].[N]';
GO
CREATE TABLE [dbo].[N] (
    [Id] int NOT NULL,
    [TId] int NULL,
    PRIMARY KEY CLUSTERED ([Id] ASC)
);
GO
-- Step 2: Drop column [dbo].[T].[C]
PRINT N'Drop column [dbo].[T].[C]';
GO
ALTER TABLE [dbo].[T] DROP COLUMN [C];
GO
-- Step 3: Add column [dbo].[T].[D]
PRINT N'Add column [dbo].[T].[D]';
GO
ALTER TABLE [dbo].[T] ADD [D] int NULL;
GO
-- Step 4: Create view [dbo].[VV]
PRINT N'Create view [dbo].[VV]';
GO
CREATE VIEW dbo.VV AS SELECT D FROM dbo.T
GO
-- Step 5: Create foreign key [FK] on [dbo].[C]
PRINT N'Create foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH NOCHECK
    ADD CONSTRAINT [FK] FOREIGN KEY ([TId]) REFERENCES [dbo].[T] ([Id]);
GO
-- Step 6: Create foreign key on [dbo].[N]
PRINT N'Create foreign key on [dbo].[N]';
GO
ALTER TABLE [dbo].[N] WITH CHECK
    ADD FOREIGN KEY ([TId]) REFERENCES [dbo].[T] ([Id]);
GO
-- Step 7: Check existing rows against foreign key [FK] on [dbo].[C]
PRINT N'Check existing rows against foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH CHECK CHECK CONSTRAINT [FK];
GO
