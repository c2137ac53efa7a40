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
-- Step 1: Drop primary key [PK_T] on [dbo].[T]
PRINT N'Drop primary key [PK_T] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] DROP CONSTRAINT [PK_T];
GO
-- Step 2: Alter column [dbo].[T].[Id]
PRINT N'Alter column [dbo].[T].[Id]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [Id] bigint NOT NULL;
GO
-- Step 3: Create primary key [PK_T] on [dbo].[T]
PRINT N'Create primary key [PK_T] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T]
    ADD CONSTRAINT [PK_T] PRIMARY KEY CLUSTERED ([Id] ASC);
GO
