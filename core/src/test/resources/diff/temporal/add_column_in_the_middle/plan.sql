-- Deployment script for db
-- 1 change, 3 steps. Run it in SQLCMD mode.
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
ALTER TABLE [dbo].[T] SET (SYSTEM_VERSIONING = OFF);
GO
CREATE TABLE [dbo].[hart_rebuild_T] (
    [Id] int NOT NULL,
    [A] int NULL,
    [X] int NULL,
    [S] datetime2(7) NOT NULL,
    [E] datetime2(7) NOT NULL
);
GO
INSERT INTO [dbo].[hart_rebuild_T] ([Id], [A], [S], [E])
SELECT [Id],
       [A],
       [S],
       [E]
FROM [dbo].[T];
GO
DROP TABLE [dbo].[T];
GO
EXECUTE sys.sp_rename @objname = N'[dbo].[hart_rebuild_T]', @newname = N'T', @objtype = N'OBJECT';
GO
ALTER TABLE [dbo].[T] ADD PERIOD FOR SYSTEM_TIME ([S], [E]);
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [S] ADD HIDDEN;
GO
ALTER TABLE [dbo].[T] ALTER COLUMN [E] ADD HIDDEN;
GO
CREATE TABLE [dbo].[hart_rebuild_TH] (
    [Id] int NOT NULL,
    [A] int NULL,
    [X] int NULL,
    [S] datetime2(7) NOT NULL,
    [E] datetime2(7) NOT NULL
);
GO
INSERT INTO [dbo].[hart_rebuild_TH] ([Id], [A], [S], [E])
SELECT [Id],
       [A],
       [S],
       [E]
FROM [dbo].[TH];
GO
DROP TABLE [dbo].[TH];
GO
EXECUTE sys.sp_rename @objname = N'[dbo].[hart_rebuild_TH]', @newname = N'TH', @objtype = N'OBJECT';
GO
CREATE CLUSTERED INDEX [ix_TH]
    ON [dbo].[TH] ([E] ASC, [S] ASC);
GO
COMMIT TRANSACTION;
GO
-- Step 2: Create primary key on [dbo].[T]
PRINT N'Create primary key on [dbo].[T]';
GO
ALTER TABLE [dbo].[T]
    ADD PRIMARY KEY CLUSTERED ([Id] ASC);
GO
-- Step 3: Turn system versioning of table [dbo].[T] on
PRINT N'Turn system versioning of table [dbo].[T] on';
GO
ALTER TABLE [dbo].[T] SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[TH]));
GO
