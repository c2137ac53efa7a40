CREATE TABLE [Sales].[Employees] (
    [EmployeeID] INT           IDENTITY (1, 1) NOT NULL,
    [LastName]   NVARCHAR (20) NOT NULL,
    [FirstName]  NVARCHAR (10) NOT NULL,
    [Title]      NVARCHAR (30) NULL,
    [BirthDate]  DATETIME      NULL,
    [HireDate]   SMALLDATETIME NULL,
    [ReportsTo]  INT           NULL,
    [Notes]      NTEXT         NULL,
    [Photo]      IMAGE         NULL,
    [FullName]   AS            (([FirstName]+N' ')+[LastName]),
    CONSTRAINT [PK_Employees] PRIMARY KEY CLUSTERED ([EmployeeID] ASC),
    CONSTRAINT [CK_Birthdate] CHECK ([BirthDate]<getdate()),
    CONSTRAINT [FK_Employees_Employees] FOREIGN KEY ([ReportsTo]) REFERENCES [Sales].[Employees] ([EmployeeID])
);


GO
CREATE NONCLUSTERED INDEX [LastName]
    ON [Sales].[Employees]([LastName] ASC);
