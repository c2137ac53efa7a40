CREATE ROLE [hart_reader]
    AUTHORIZATION [dbo];
