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
-- Step 1: Deny permission EXECUTE on SCHEMA::[dbo] for [r]
PRINT N'Deny permission EXECUTE on SCHEMA::[dbo] for [r]';
GO
DENY EXECUTE ON SCHEMA::[dbo] TO [r] CASCADE;
GO
-- Step 2: Grant permission INSERT on [dbo].[T] for [r]
PRINT N'Grant permission INSERT on [dbo].[T] for [r]';
GO
GRANT INSERT ON OBJECT::[dbo].[T] TO [r];
GO
-- Step 3: Grant permission SELECT on [dbo].[T] ([A]) for [r]
PRINT N'Grant permission SELECT on [dbo].[T] ([A]) for [r]';
GO
GRANT SELECT ([A]) ON OBJECT::[dbo].[T] TO [r] WITH GRANT OPTION;
GO
