-- Deployment script for db
-- 1 change, 4 steps. Run it in SQLCMD mode.
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
-- Step 1: Take type [dbo].[M] off [dbo].[T].[X]
PRINT N'Take type [dbo].[M] off [dbo].[T].[X]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [X] decimal(10,2) NULL;
GO
-- Step 2: Drop type [dbo].[M]
PRINT N'Drop type [dbo].[M]';
GO
DROP TYPE [dbo].[M];
GO
-- Step 3: Create type [dbo].[M]
PRINT N'Create type [dbo].[M]';
GO
CREATE TYPE [dbo].[M] FROM decimal(12,2) NULL;
GO
-- Step 4: Give [dbo].[T].[X] its type back
PRINT N'Give [dbo].[T].[X] its type back';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [X] [dbo].[M] NULL;
GO
