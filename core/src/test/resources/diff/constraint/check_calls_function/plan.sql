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
-- Step 1: Create table [dbo].[T]
PRINT N'Create table [dbo].[T]';
GO
CREATE TABLE [dbo].[T] (
    [Id] int NOT NULL,
    [A] nvarchar(50) NULL,
    [B] int NOT NULL,
    CONSTRAINT [PK_T] PRIMARY KEY CLUSTERED ([Id] ASC)
);
GO
-- Step 2: Create scalar function [dbo].[F]
PRINT N'Create scalar function [dbo].[F]';
GO
CREATE FUNCTION dbo.F(@i INT) RETURNS INT AS BEGIN RETURN 1+(SELECT COUNT(*) FROM dbo.T) END
GO
-- Step 3: Create check constraint on [dbo].[T]
PRINT N'Create check constraint on [dbo].[T]';
GO
ALTER TABLE [dbo].[T] WITH CHECK
    ADD CHECK (dbo.F(B)>1);
GO
