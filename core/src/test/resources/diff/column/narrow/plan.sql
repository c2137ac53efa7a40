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
-- HRT5003: changing column [dbo].[T].[A] from nvarchar(50) to nvarchar(20) may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE DATALENGTH([A]) > 40) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[A] from nvarchar(50) to nvarchar(20) may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- Step 1: Alter column [dbo].[T].[A]
PRINT N'Alter column [dbo].[T].[A]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [A] nvarchar(20) NULL;
GO
