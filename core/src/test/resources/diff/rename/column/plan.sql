-- Deployment script for db
-- 1 change, 1 step. Run it in SQLCMD mode.
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
-- Step 1: Rename column [dbo].[T].[B] to [Bee]
PRINT N'Rename column [dbo].[T].[B] to [Bee]';
GO
BEGIN TRANSACTION;
GO
EXECUTE sys.sp_rename @objname = N'[dbo].[T].[B]', @newname = N'Bee', @objtype = N'COLUMN';
GO
IF OBJECT_ID(N'dbo.__RefactorLog') IS NULL
BEGIN
    CREATE TABLE [dbo].[__RefactorLog] (OperationKey uniqueidentifier NOT NULL PRIMARY KEY);
    EXECUTE sys.sp_addextendedproperty @name = N'microsoft_database_tools_support', @value = N'refactoring log', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'__RefactorLog';
END;
GO
IF NOT EXISTS (SELECT OperationKey FROM [dbo].[__RefactorLog] WHERE OperationKey = '11111111-2222-3333-4444-555555555555')
    INSERT INTO [dbo].[__RefactorLog] (OperationKey) VALUES ('11111111-2222-3333-4444-555555555555');
GO
COMMIT TRANSACTION;
GO
