-- Deployment script for db
-- 2 changes, 2 steps. Run it in SQLCMD mode.
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
-- Step 1: Drop extended property [X]
PRINT N'Drop extended property [X]';
GO
EXECUTE sys.sp_dropextendedproperty @name = N'X';
GO
-- Step 2: Alter extended property [MS_Description] of [dbo].[T]
PRINT N'Alter extended property [MS_Description] of [dbo].[T]';
GO
EXECUTE sys.sp_updateextendedproperty @name = N'MS_Description', @value = N'b', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'T';
GO
