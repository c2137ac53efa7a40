GRANT CONNECT TO [HartonomousAppUser];
GO

GRANT EXECUTE ON SCHEMA::[dbo] TO [hart_application];
GO

GRANT EXECUTE ON SCHEMA::[provenance] TO [hart_application];
GO

GRANT SELECT ON SCHEMA::[provenance] TO [hart_reader];
GO

GRANT SELECT ON OBJECT::[dbo].[vw_ActiveAtom] TO [hart_reader];
GO

GRANT SELECT ON OBJECT::[dbo].[vw_TenantBilling] TO [hart_reader];
GO

GRANT SELECT, INSERT, UPDATE ON OBJECT::[dbo].[IngestionJob] TO [HartonomousAppUser];
GO

GRANT EXECUTE ON TYPE::[dbo].[AtomIdList] TO [HartonomousAppUser];
GO

DENY DELETE ON OBJECT::[provenance].[OperationLog] TO [hart_application];
