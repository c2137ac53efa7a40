-- Deployment script for db
-- 1 change, 2 steps. Run it in SQLCMD mode.
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
-- Step 1: Rebuild table [dbo].[T]
PRINT N'Rebuild table [dbo].[T]';
GO
BEGIN TRANSACTION;
GO
CREATE TABLE [dbo].[hart_rebuild_T] (
    [Id] int NOT NULL,
    [D] AS (Id+2),
    [A] int NULL
);
GO
INSERT INTO [dbo].[hart_rebuild_T] ([Id], [A])
SELECT [Id],
       [A]
FROM [dbo].[T];
GO
DROP TABLE [dbo].[T];
GO
EXECUTE sys.sp_rename @objname = N'[dbo].[hart_rebuild_T]', @newname = N'T', @objtype = N'OBJECT';
GO
COMMIT TRANSACTION;
GO
-- Step 2: Create primary key on [dbo].[T]
PRINT N'Create primary key on [dbo].[T]';
GO
ALTER TABLE [dbo].[T]
    ADD PRIMARY KEY CLUSTERED ([Id] ASC);
GO
