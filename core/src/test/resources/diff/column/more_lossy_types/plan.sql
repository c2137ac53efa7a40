-- Deployment script for db
-- 11 changes, 11 steps. Run it in SQLCMD mode.
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
-- HRT5003: changing column [dbo].[T].[a] from datetime to date may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [a] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[a] from datetime to date may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- HRT5003: changing column [dbo].[T].[b] from smallint to tinyint may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [b] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[b] from smallint to tinyint may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- HRT5003: changing column [dbo].[T].[c] from decimal(10,2) to decimal(11,4) may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [c] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[c] from decimal(10,2) to decimal(11,4) may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- HRT5003: changing column [dbo].[T].[d] from nvarchar(10) to varchar(10) may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [d] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[d] from nvarchar(10) to varchar(10) may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- HRT5003: changing column [dbo].[T].[g] from int to varchar(5) may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [g] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[g] from int to varchar(5) may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- Step 1: Alter column [dbo].[T].[a]
PRINT N'Alter column [dbo].[T].[a]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [a] date NULL;
GO
-- Step 2: Alter column [dbo].[T].[b]
PRINT N'Alter column [dbo].[T].[b]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [b] tinyint NULL;
GO
-- Step 3: Alter column [dbo].[T].[c]
PRINT N'Alter column [dbo].[T].[c]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [c] decimal(11,4) NULL;
GO
-- Step 4: Alter column [dbo].[T].[d]
PRINT N'Alter column [dbo].[T].[d]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [d] varchar(10) NULL;
GO
-- Step 5: Alter column [dbo].[T].[e]
PRINT N'Alter column [dbo].[T].[e]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [e] float NULL;
GO
-- Step 6: Alter column [dbo].[T].[f]
PRINT N'Alter column [dbo].[T].[f]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [f] varchar(30) NULL;
GO
-- Step 7: Alter column [dbo].[T].[g]
PRINT N'Alter column [dbo].[T].[g]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [g] varchar(5) NULL;
GO
-- Step 8: Alter column [dbo].[T].[h]
PRINT N'Alter column [dbo].[T].[h]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [h] int NULL;
GO
-- Step 9: Alter column [dbo].[T].[i]
PRINT N'Alter column [dbo].[T].[i]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [i] varchar(max) NULL;
GO
-- Step 10: Alter column [dbo].[T].[j]
PRINT N'Alter column [dbo].[T].[j]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [j] datetime2(7) NULL;
GO
-- Step 11: Alter column [dbo].[T].[k]
PRINT N'Alter column [dbo].[T].[k]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [k] float NULL;
GO
