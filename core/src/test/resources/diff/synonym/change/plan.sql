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
-- Step 1: Drop synonym [dbo].[Y]
PRINT N'Drop synonym [dbo].[Y]';
GO
DROP SYNONYM [dbo].[Y];
GO
-- Step 2: Create table [dbo].[T2]
PRINT N'Create table [dbo].[T2]';
GO
CREATE TABLE [dbo].[T2] (
    [i] int NULL
);
GO
-- Step 3: Create synonym [dbo].[Y]
PRINT N'Create synonym [dbo].[Y]';
GO
CREATE SYNONYM [dbo].[Y] FOR [dbo].[T2];
GO
