CREATE EVENT SESSION s ON SERVER ADD EVENT sqlserver.sql_statement_completed;
