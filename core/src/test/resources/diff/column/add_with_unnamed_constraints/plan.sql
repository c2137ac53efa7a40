-- Deployment script for db
-- 3 changes, 4 steps. Run it in SQLCMD mode.
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
-- Step 1: Add column [dbo].[T].[C]
PRINT N'Add column [dbo].[T].[C]';
GO
ALTER TABLE [dbo].[T] ADD [C] int DEFAULT (1) NOT NULL;
GO
-- Step 2: Add column [dbo].[T].[D]
PRINT N'Add column [dbo].[T].[D]';
GO
ALTER TABLE [dbo].[T] ADD [D] AS (B+1);
GO
-- Step 3: Create check constraint on [dbo].[T]
PRINT N'Create check constraint on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] WITH NOCHECK
    ADD CHECK (C>0);
GO
-- Step 4: Check existing rows against check constraint on [dbo].[T]
PRINT N'Check existing rows against check constraint on [dbo].[T]';
GO
DECLARE @sql nvarchar(max) = N'';
SELECT @sql = @sql + N'ALTER TABLE [dbo].[T] WITH CHECK CHECK CONSTRAINT ' + QUOTENAME(k.name) + N';'
FROM sys.check_constraints AS k
WHERE k.parent_object_id = OBJECT_ID(N'[dbo].[T]')
  AND k.is_system_named = 1 AND k.is_not_trusted = 1 AND k.is_disabled = 0 AND k.is_not_for_replication = 0;
EXEC sys.sp_executesql @sql;
GO
