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
-- Step 1: Replace sequence [dbo].[S]
PRINT N'Replace sequence [dbo].[S]';
GO
DECLARE @used bit = 0, @next nvarchar(60);
SELECT @used = CASE WHEN current_value = start_value THEN 0 ELSE 1 END,
       @next = CONVERT(nvarchar(60), CONVERT(decimal(38, 0), current_value) + CONVERT(decimal(38, 0), increment))
FROM sys.sequences
WHERE object_id = OBJECT_ID(N'[dbo].[S]');
DROP SEQUENCE [dbo].[S];
EXEC sys.sp_executesql N'CREATE SEQUENCE [dbo].[S]
    AS bigint
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    NO CYCLE
    CACHE;';
IF @used = 1
BEGIN
    DECLARE @restart nvarchar(400) = N'ALTER SEQUENCE [dbo].[S] RESTART WITH ' + @next;
    EXEC sys.sp_executesql @restart;
END;
GO
