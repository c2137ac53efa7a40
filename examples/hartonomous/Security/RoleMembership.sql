ALTER ROLE [hart_application] ADD MEMBER [HartonomousAppUser];
GO

ALTER ROLE [hart_reader] ADD MEMBER [HartonomousAppUser];
