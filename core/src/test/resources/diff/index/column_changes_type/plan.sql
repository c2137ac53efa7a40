-- Deployment script for db
-- 1 change, 3 steps. Run it in SQLCMD mode.
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
-- Step 1: Drop index [IX] on [dbo].[T]
PRINT N'Drop index [IX] on [dbo].[T]';
GO
DROP INDEX [IX] ON [dbo].[T];
GO
-- Step 2: Alter column [dbo].[T].[B]
PRINT N'Alter column [dbo].[T].[B]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [B] bigint NOT NULL;
GO
-- Step 3: Create index [IX] on [dbo].[T]
PRINT N'Create index [IX] on [dbo].[T]';
GO
CREATE NONCLUSTERED INDEX [IX]
    ON [dbo].[T] ([B] ASC);
GO
