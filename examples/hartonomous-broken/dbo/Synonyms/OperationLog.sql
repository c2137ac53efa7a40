CREATE SYNONYM [dbo].[OperationLog] FOR [provenance].[OperationLog];
