-- Deployment script for db
-- 2 changes, 3 steps. Run it in SQLCMD mode.
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
-- HRT5001: dropping column [dbo].[T].[C] deletes what is in it
IF (SELECT COUNT_BIG(*) FROM [dbo].[T]) > 0
    RAISERROR (N'HRT5001: dropping column [dbo].[T].[C] deletes what is in it', 16, 127) WITH NOWAIT;
GO
-- Step 1: Drop check constraint on [dbo].[T]
PRINT N'Drop check constraint on [dbo].[T]';
GO
DECLARE @name sysname = (
    SELECT TOP (1) k.name
    FROM sys.check_constraints AS k
    WHERE k.parent_object_id = OBJECT_ID(N'[dbo].[T]') AND k.is_system_named = 1
      AND (k.definition = N'C>0' OR REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(k.definition, N'(', N''), N')', N''), N'[', N''), N']', N''), N' ', N'') = REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(N'C>0', N'(', N''), N')', N''), N'[', N''), N']', N''), N' ', N''))
    ORDER BY CASE WHEN k.definition = N'C>0' THEN 0 ELSE 1 END, k.name);
IF @name IS NULL
    THROW 50000, N'A constraint without a name was not found on [dbo].[T]', 1;
DECLARE @sql nvarchar(max) = N'ALTER TABLE [dbo].[T] DROP CONSTRAINT ' + QUOTENAME(@name) + N';';
EXEC sys.sp_executesql @sql;
GO
-- Step 2: Drop default of [dbo].[T].[C]
PRINT N'Drop default of [dbo].[T].[C]';
GO
DECLARE @name sysname = (
    SELECT d.name
      FROM sys.default_constraints AS d
      JOIN sys.columns AS c ON c.object_id = d.parent_object_id AND c.column_id = d.parent_column_id
      WHERE d.parent_object_id = OBJECT_ID(N'[dbo].[T]') AND c.name = N'C');
IF @name IS NULL
    THROW 50000, N'A constraint without a name was not found on [dbo].[T]', 1;
DECLARE @sql nvarchar(max) = N'ALTER TABLE [dbo].[T] DROP CONSTRAINT ' + QUOTENAME(@name) + N';';
EXEC sys.sp_executesql @sql;
GO
-- Step 3: Drop column [dbo].[T].[C]
PRINT N'Drop column [dbo].[T].[C]';
GO
ALTER TABLE [dbo].[T] DROP COLUMN [C];
GO
