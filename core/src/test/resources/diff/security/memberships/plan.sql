-- Deployment script for db
-- 3 changes, 3 steps. Run it in SQLCMD mode.
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
-- Step 1: Alter user [u]
PRINT N'Alter user [u]';
GO
ALTER USER [u]
    WITH DEFAULT_SCHEMA = [db_owner];
GO
-- Step 2: Create membership of [u] in role [db_datareader]
PRINT N'Create membership of [u] in role [db_datareader]';
GO
ALTER ROLE [db_datareader] ADD MEMBER [u];
GO
-- Step 3: Create membership of [v] in role [r]
PRINT N'Create membership of [v] in role [r]';
GO
ALTER ROLE [r] ADD MEMBER [v];
GO
