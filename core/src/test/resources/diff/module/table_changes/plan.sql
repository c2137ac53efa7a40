-- Deployment script for db
-- 1 change, 6 steps. Run it in SQLCMD mode.
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
-- Step 1: Unbind view [dbo].[V2] from what it uses
PRINT N'Unbind view [dbo].[V2] from what it uses';
GO
ALTER VIEW dbo.V2  AS SELECT Id, A FROM dbo.T
GO
-- Step 2: Alter column [dbo].[T].[A]
PRINT N'Alter column [dbo].[T].[A]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [A] nvarchar(100) NULL;
GO
-- Step 3: Bind view [dbo].[V2] again
PRINT N'Bind view [dbo].[V2] again';
GO
ALTER VIEW dbo.V2 WITH SCHEMABINDING AS SELECT Id, A FROM dbo.T
GO
-- Step 4: Refresh view [dbo].[V]
PRINT N'Refresh view [dbo].[V]';
GO
EXECUTE sys.sp_refreshsqlmodule N'[dbo].[V]';
GO
-- Step 5: Refresh procedure [dbo].[P]
PRINT N'Refresh procedure [dbo].[P]';
GO
EXECUTE sys.sp_refreshsqlmodule N'[dbo].[P]';
GO
-- Step 6: Refresh procedure [dbo].[Q]
PRINT N'Refresh procedure [dbo].[Q]';
GO
EXECUTE sys.sp_refreshsqlmodule N'[dbo].[Q]';
GO
