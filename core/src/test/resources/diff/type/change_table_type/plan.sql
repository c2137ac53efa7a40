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
-- Step 1: Drop procedure [dbo].[P]
PRINT N'Drop procedure [dbo].[P]';
GO
DROP PROCEDURE [dbo].[P];
GO
-- Step 2: Drop table type [dbo].[TT]
PRINT N'Drop table type [dbo].[TT]';
GO
DROP TYPE [dbo].[TT];
GO
-- Step 3: Create table type [dbo].[TT]
PRINT N'Create table type [dbo].[TT]';
GO
CREATE TYPE [dbo].[TT] AS TABLE (
    [Id] int NOT NULL,
    [B] int NULL
);
GO
-- Step 4: Create again procedure [dbo].[P]
PRINT N'Create again procedure [dbo].[P]';
GO
CREATE PROC dbo.P @t dbo.TT READONLY AS SELECT Id FROM @t
GO
