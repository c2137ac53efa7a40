CREATE USER [HartonomousAppUser] WITHOUT LOGIN
    WITH DEFAULT_SCHEMA = [dbo];
GO

ALTER ROLE [hart_application] ADD MEMBER [HartonomousAppUser];
GO

ALTER ROLE [hart_reader] ADD MEMBER [HartonomousAppUser];
