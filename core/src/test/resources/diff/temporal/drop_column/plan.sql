-- Deployment script for db
-- 1 change, 1 step. Run it in SQLCMD mode.
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
-- HRT5001: dropping column [dbo].[T].[X] deletes what is in it
IF (SELECT COUNT_BIG(*) FROM [dbo].[T]) > 0
    RAISERROR (N'HRT5001: dropping column [dbo].[T].[X] deletes what is in it', 16, 127) WITH NOWAIT;
GO
-- Step 1: Drop column [dbo].[T].[X]
PRINT N'Drop column [dbo].[T].[X]';
GO
ALTER TABLE [dbo].[T] DROP COLUMN [X];
GO
