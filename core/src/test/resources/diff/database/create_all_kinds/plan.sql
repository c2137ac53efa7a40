-- Deployment script for db
-- 18 changes, 21 steps. Run it in SQLCMD mode.
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
-- Step 1: Create role [r1]
PRINT N'Create role [r1]';
GO
CREATE ROLE [r1]
    AUTHORIZATION [dbo];
GO
-- Step 2: Create user [u1]
PRINT N'Create user [u1]';
GO
CREATE USER [u1] WITHOUT LOGIN;
GO
-- Step 3: Create membership of [u1] in role [r1]
PRINT N'Create membership of [u1] in role [r1]';
GO
ALTER ROLE [r1] ADD MEMBER [u1];
GO
-- Step 4: Create schema [s]
PRINT N'Create schema [s]';
GO
CREATE SCHEMA [s]
    AUTHORIZATION [dbo];
GO
-- Step 5: Create type [s].[Money2]
PRINT N'Create type [s].[Money2]';
GO
CREATE TYPE [s].[Money2] FROM decimal(10,2) NOT NULL;
GO
-- Step 6: Create sequence [s].[Seq]
PRINT N'Create sequence [s].[Seq]';
GO
CREATE SEQUENCE [s].[Seq]
    AS int
    START WITH 5
    INCREMENT BY 2
    NO MINVALUE
    NO MAXVALUE
    NO CYCLE
    CACHE 10;
GO
-- Step 7: Create table type [s].[TT]
PRINT N'Create table type [s].[TT]';
GO
CREATE TYPE [s].[TT] AS TABLE (
    [Id] int NOT NULL,
    [N] nvarchar(10) NULL,
    PRIMARY KEY CLUSTERED ([Id] ASC)
);
GO
-- Step 8: Create table [s].[T]
PRINT N'Create table [s].[T]';
GO
CREATE TABLE [s].[T] (
    [Id] int IDENTITY (1, 1) NOT NULL,
    [A] nvarchar(50) DEFAULT (N'x') NOT NULL,
    [B] AS ((A + N'y')) PERSISTED,
    [C] decimal(10,2) NULL,
    [D] int NULL,
    CONSTRAINT [CK_C] CHECK (C>0),
    CONSTRAINT [PK_T] PRIMARY KEY CLUSTERED ([Id] ASC)
);
GO
-- Step 9: Create table [s].[U]
PRINT N'Create table [s].[U]';
GO
CREATE TABLE [s].[U] (
    [Id] int NOT NULL,
    [TId] int NOT NULL,
    [V] int NULL,
    CHECK (V>1),
    PRIMARY KEY CLUSTERED ([Id] ASC),
    UNIQUE NONCLUSTERED ([V] ASC)
);
GO
-- Step 10: Create synonym [s].[Syn]
PRINT N'Create synonym [s].[Syn]';
GO
CREATE SYNONYM [s].[Syn] FOR [s].[T];
GO
-- Step 11: Create scalar function [s].[F]
PRINT N'Create scalar function [s].[F]';
GO
CREATE FUNCTION s.F(@a INT) RETURNS INT AS BEGIN RETURN @a+1 END
GO
-- Step 12: Create procedure [s].[P2]
PRINT N'Create procedure [s].[P2]';
GO
CREATE PROCEDURE s.P2 AS SELECT 1
GO
-- Step 13: Create view [s].[V]
PRINT N'Create view [s].[V]';
GO
-- leading comment
CREATE VIEW s.V AS SELECT Id, A FROM s.T
GO
-- Step 14: Create procedure [s].[P]
PRINT N'Create procedure [s].[P]';
GO
CREATE PROCEDURE s.P @x INT, @t s.TT READONLY AS
BEGIN
  SET NOCOUNT ON;
  SELECT * FROM s.V WHERE Id=@x;
  EXEC s.P2;
END
GO
-- Step 15: Create trigger [s].[TR]
PRINT N'Create trigger [s].[TR]';
GO
CREATE TRIGGER s.TR ON s.T AFTER INSERT AS SET NOCOUNT ON
GO
-- Step 16: Create index [IX_D] on [s].[T]
PRINT N'Create index [IX_D] on [s].[T]';
GO
CREATE NONCLUSTERED INDEX [IX_D]
    ON [s].[T] ([D] ASC);
GO
-- Step 17: Create index [IX_U] on [s].[U]
PRINT N'Create index [IX_U] on [s].[U]';
GO
CREATE UNIQUE NONCLUSTERED INDEX [IX_U]
    ON [s].[U] ([TId] DESC)
    INCLUDE ([V])
    WHERE V IS NOT NULL;
GO
-- Step 18: Create foreign key [FK_U_T] on [s].[U]
PRINT N'Create foreign key [FK_U_T] on [s].[U]';
GO
ALTER TABLE [s].[U] WITH CHECK
    ADD CONSTRAINT [FK_U_T] FOREIGN KEY ([TId]) REFERENCES [s].[T] ([Id]) ON DELETE CASCADE;
GO
-- Step 19: Grant permission CONNECT for [u1]
PRINT N'Grant permission CONNECT for [u1]';
GO
GRANT CONNECT TO [u1];
GO
-- Step 20: Grant permission SELECT on [s].[T] for [r1]
PRINT N'Grant permission SELECT on [s].[T] for [r1]';
GO
GRANT SELECT ON OBJECT::[s].[T] TO [r1];
GO
-- Step 21: Create extended property [MS_Description] of [s].[T].[A]
PRINT N'Create extended property [MS_Description] of [s].[T].[A]';
GO
EXECUTE sys.sp_addextendedproperty @name = N'MS_Description', @value = 'hello', @level0type = N'SCHEMA', @level0name = N's', @level1type = N'TABLE', @level1name = N'T', @level2type = N'COLUMN', @level2name = N'A';
GO
