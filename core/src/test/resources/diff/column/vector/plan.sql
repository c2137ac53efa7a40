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
-- HRT5003: changing column [dbo].[T].[V] from vector(3) to vector(4) may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [V] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[V] from vector(3) to vector(4) may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- Step 1: Alter column [dbo].[T].[V]
PRINT N'Alter column [dbo].[T].[V]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [V] vector(4) NULL;
GO
-- Step 2: Add column [dbo].[T].[W]
PRINT N'Add column [dbo].[T].[W]';
GO
ALTER TABLE [dbo].[T] ADD [W] vector(5) NULL;
GO
