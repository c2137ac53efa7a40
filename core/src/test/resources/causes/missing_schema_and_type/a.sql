CREATE TABLE crm.Contact (Id INT NOT NULL, Mail dbo.EmailAddress NOT NULL);
GO
CREATE TABLE app.Log (Id INT NOT NULL, Sender dbo.EmailAddress NULL);
