CREATE TYPE [dbo].[PhoneNumber]
    FROM NVARCHAR (24) NULL;
