-- Deployment script for db
-- 2 changes, 12 steps. Run it in SQLCMD mode.
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
-- Step 1: Drop index [IXF] on [dbo].[T]
PRINT N'Drop index [IXF] on [dbo].[T]';
GO
DROP INDEX [IXF] ON [dbo].[T];
GO
-- Step 2: Drop check constraint [CK] on [dbo].[T]
PRINT N'Drop check constraint [CK] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] DROP CONSTRAINT [CK];
GO
-- Step 3: Drop unique constraint on [dbo].[T]
PRINT N'Drop unique constraint on [dbo].[T]';
GO
DECLARE @name sysname = (
    SELECT TOP (1) k.name
    FROM sys.key_constraints AS k
    WHERE k.parent_object_id = OBJECT_ID(N'[dbo].[T]') AND k.type = 'UQ' AND k.is_system_named = 1
      AND (SELECT COUNT(*) FROM sys.index_columns AS i WHERE i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id) = 1
      AND (SELECT COUNT(*)
           FROM sys.index_columns AS i
           JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
           WHERE i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id AND (i.key_ordinal = 1 AND c.name = N'C')) = 1
    ORDER BY k.name);
IF @name IS NULL
    THROW 50000, N'A constraint without a name was not found on [dbo].[T]', 1;
DECLARE @sql nvarchar(max) = N'ALTER TABLE [dbo].[T] DROP CONSTRAINT ' + QUOTENAME(@name) + N';';
EXEC sys.sp_executesql @sql;
GO
-- Step 4: Drop default of [dbo].[T].[C]
PRINT N'Drop default of [dbo].[T].[C]';
GO
ALTER TABLE [dbo].[T] DROP CONSTRAINT [DF];
GO
-- Step 5: Drop column [dbo].[T].[D]
PRINT N'Drop column [dbo].[T].[D]';
GO
ALTER TABLE [dbo].[T] DROP COLUMN [D];
GO
-- Step 6: Alter column [dbo].[T].[C]
PRINT N'Alter column [dbo].[T].[C]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [C] bigint NULL;
GO
-- Step 7: Add column [dbo].[T].[D] again
PRINT N'Add column [dbo].[T].[D] again';
GO
ALTER TABLE [dbo].[T] ADD [D] AS (C+1);
GO
-- Step 8: Create unique constraint on [dbo].[T]
PRINT N'Create unique constraint on [dbo].[T]';
GO
ALTER TABLE [dbo].[T]
    ADD UNIQUE NONCLUSTERED ([C] ASC);
GO
-- Step 9: Create index [IXF] on [dbo].[T]
PRINT N'Create index [IXF] on [dbo].[T]';
GO
CREATE NONCLUSTERED INDEX [IXF]
    ON [dbo].[T] ([B] ASC)
    WHERE C>5;
GO
-- Step 10: Create default of [dbo].[T].[C]
PRINT N'Create default of [dbo].[T].[C]';
GO
ALTER TABLE [dbo].[T]
    ADD CONSTRAINT [DF] DEFAULT (1) FOR [C];
GO
-- Step 11: Create check constraint [CK] on [dbo].[T]
PRINT N'Create check constraint [CK] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] WITH NOCHECK
    ADD CONSTRAINT [CK] CHECK (C>0);
GO
-- Step 12: Check existing rows against check constraint [CK] on [dbo].[T]
PRINT N'Check existing rows against check constraint [CK] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] WITH CHECK CHECK CONSTRAINT [CK];
GO
