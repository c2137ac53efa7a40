-- Deployment script for db
-- 7 changes, 7 steps. Run it in SQLCMD mode.
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
-- HRT5002: dropping table [dbo].[T] deletes its rows
IF (SELECT COUNT_BIG(*) FROM [dbo].[T]) > 0
    RAISERROR (N'HRT5002: dropping table [dbo].[T] deletes its rows', 16, 127) WITH NOWAIT;
GO
-- Step 1: Drop procedure [dbo].[Q]
PRINT N'Drop procedure [dbo].[Q]';
GO
DROP PROCEDURE [dbo].[Q];
GO
-- Step 2: Drop procedure [dbo].[P]
PRINT N'Drop procedure [dbo].[P]';
GO
DROP PROCEDURE [dbo].[P];
GO
-- Step 3: Drop view [dbo].[V2]
PRINT N'Drop view [dbo].[V2]';
GO
DROP VIEW [dbo].[V2];
GO
-- Step 4: Drop view [dbo].[V]
PRINT N'Drop view [dbo].[V]';
GO
DROP VIEW [dbo].[V];
GO
-- Step 5: Drop scalar function [dbo].[F]
PRINT N'Drop scalar function [dbo].[F]';
GO
DROP FUNCTION [dbo].[F];
GO
-- Step 6: Drop table [dbo].[T]
PRINT N'Drop table [dbo].[T]';
GO
DROP TABLE [dbo].[T];
GO
-- Step 7: Create table [dbo].[Other]
PRINT N'Create table [dbo].[Other]';
GO
CREATE TABLE [dbo].[Other] (
    [i] int NULL
);
GO
