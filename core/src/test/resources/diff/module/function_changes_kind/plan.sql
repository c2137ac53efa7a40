-- Deployment script for db
-- 3 changes, 3 steps. Run it in SQLCMD mode.
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
-- Step 1: Drop scalar function [dbo].[F]
PRINT N'Drop scalar function [dbo].[F]';
GO
DROP FUNCTION [dbo].[F];
GO
-- Step 2: Create table-valued function [dbo].[F]
PRINT N'Create table-valued function [dbo].[F]';
GO
CREATE FUNCTION dbo.F() RETURNS TABLE AS RETURN SELECT 1 AS x
GO
-- Step 3: Alter procedure [dbo].[Q]
PRINT N'Alter procedure [dbo].[Q]';
GO
ALTER PROC dbo.Q AS BEGIN EXEC dbo.P; SELECT * FROM dbo.F() END
GO
