-- Deployment script for db
-- 8 changes, 8 steps. Run it in SQLCMD mode.
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
-- HRT5003: changing column [dbo].[T].[b] from datetime2(7) to datetime2(3) may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [b] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[b] from datetime2(7) to datetime2(3) may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- HRT5003: changing column [dbo].[T].[e] from float to real may cut, round or refuse its values
IF (SELECT COUNT_BIG(*) FROM [dbo].[T] WHERE [e] IS NOT NULL) > 0
    RAISERROR (N'HRT5003: changing column [dbo].[T].[e] from float to real may cut, round or refuse its values', 16, 127) WITH NOWAIT;
GO
-- Step 1: Alter column [dbo].[T].[a]
PRINT N'Alter column [dbo].[T].[a]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [a] datetime2(3) NULL;
GO
-- Step 2: Alter column [dbo].[T].[b]
PRINT N'Alter column [dbo].[T].[b]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [b] datetime2(3) NULL;
GO
-- Step 3: Alter column [dbo].[T].[c]
PRINT N'Alter column [dbo].[T].[c]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [c] decimal(12,4) NULL;
GO
-- Step 4: Alter column [dbo].[T].[d]
PRINT N'Alter column [dbo].[T].[d]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [d] nvarchar(10) NULL;
GO
-- Step 5: Alter column [dbo].[T].[e]
PRINT N'Alter column [dbo].[T].[e]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [e] real NULL;
GO
-- Step 6: Alter column [dbo].[T].[f]
PRINT N'Alter column [dbo].[T].[f]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [f] nvarchar(5) NULL;
GO
-- Step 7: Alter column [dbo].[T].[g]
PRINT N'Alter column [dbo].[T].[g]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [g] decimal(10,0) NULL;
GO
-- Step 8: Alter column [dbo].[T].[h]
PRINT N'Alter column [dbo].[T].[h]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [h] decimal(19,4) NULL;
GO
