CREATE ROLE [hart_application]
    AUTHORIZATION [dbo];
