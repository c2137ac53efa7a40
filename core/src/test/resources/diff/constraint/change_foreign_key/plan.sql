-- Deployment script for db
-- 2 changes, 3 steps. Run it in SQLCMD mode.
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
-- Step 1: Drop foreign key [FK] on [dbo].[C]
PRINT N'Drop foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] DROP CONSTRAINT [FK];
GO
-- Step 2: Create foreign key [FK] on [dbo].[C]
PRINT N'Create foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH NOCHECK
    ADD CONSTRAINT [FK] FOREIGN KEY ([TId]) REFERENCES [dbo].[T] ([Id]) ON DELETE CASCADE;
GO
-- Step 3: Check existing rows against foreign key [FK] on [dbo].[C]
PRINT N'Check existing rows against foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH CHECK CHECK CONSTRAINT [FK];
GO
