-- Deployment script for db
-- 3 changes, 10 steps. Run it in SQLCMD mode.
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
-- Step 1: Drop foreign key [FK] on [dbo].[C]
PRINT N'Drop foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] DROP CONSTRAINT [FK];
GO
-- Step 2: Drop primary key on [dbo].[C]
PRINT N'Drop primary key on [dbo].[C]';
GO
DECLARE @name sysname = (
    SELECT k.name FROM sys.key_constraints AS k WHERE k.parent_object_id = OBJECT_ID(N'[dbo].[C]') AND k.type = 'PK');
IF @name IS NULL
    THROW 50000, N'A constraint without a name was not found on [dbo].[C]', 1;
DECLARE @sql nvarchar(max) = N'ALTER TABLE [dbo].[C] DROP CONSTRAINT ' + QUOTENAME(@name) + N';';
EXEC sys.sp_executesql @sql;
GO
-- Step 3: Drop primary key [PK_T] on [dbo].[T]
PRINT N'Drop primary key [PK_T] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] DROP CONSTRAINT [PK_T];
GO
-- Step 4: Alter column [dbo].[C].[Id]
PRINT N'Alter column [dbo].[C].[Id]';
GO
ALTER TABLE [dbo].[C] ALTER COLUMN [Id] bigint NOT NULL;
GO
-- Step 5: Alter column [dbo].[C].[TId]
PRINT N'Alter column [dbo].[C].[TId]';
GO
ALTER TABLE [dbo].[C] ALTER COLUMN [TId] bigint NOT NULL;
GO
-- Step 6: Alter column [dbo].[T].[Id]
PRINT N'Alter column [dbo].[T].[Id]';
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [Id] bigint NOT NULL;
GO
-- Step 7: Create primary key on [dbo].[C]
PRINT N'Create primary key on [dbo].[C]';
GO
ALTER TABLE [dbo].[C]
    ADD PRIMARY KEY CLUSTERED ([Id] ASC);
GO
-- Step 8: Create primary key [PK_T] on [dbo].[T]
PRINT N'Create primary key [PK_T] on [dbo].[T]';
GO
ALTER TABLE [dbo].[T]
    ADD CONSTRAINT [PK_T] PRIMARY KEY CLUSTERED ([Id] ASC);
GO
-- Step 9: Create foreign key [FK] on [dbo].[C]
PRINT N'Create foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH NOCHECK
    ADD CONSTRAINT [FK] FOREIGN KEY ([TId]) REFERENCES [dbo].[T] ([Id]);
GO
-- Step 10: Check existing rows against foreign key [FK] on [dbo].[C]
PRINT N'Check existing rows against foreign key [FK] on [dbo].[C]';
GO
ALTER TABLE [dbo].[C] WITH CHECK CHECK CONSTRAINT [FK];
GO
