CREATE TABLE [Sales].[Orders] (
    [OrderID]      INT           IDENTITY (10248, 1) NOT NULL,
    [CustomerID]   NCHAR (5)     NULL,
    [EmployeeID]   INT           NULL,
    [OrderDate]    DATETIME      CONSTRAINT [DF_Orders_OrderDate] DEFAULT (getdate()) NOT NULL,
    [RequiredDate] DATETIME      NULL,
    [ShippedDate]  DATETIME      NULL,
    [ShipVia]      INT           NULL,
    [Freight]      MONEY         CONSTRAINT [DF_Orders_Freight] DEFAULT ((0)) NULL,
    [ShipCity]     NVARCHAR (15) NULL,
    [ShipCountry]  NVARCHAR (15) NULL,
    [Status]       AS            (case when [ShippedDate] IS NULL then 'open' else 'shipped' end),
    [RowVer]       ROWVERSION    NOT NULL,
    CONSTRAINT [PK_Orders] PRIMARY KEY CLUSTERED ([OrderID] ASC),
    CONSTRAINT [FK_Orders_Customers] FOREIGN KEY ([CustomerID]) REFERENCES [Sales].[Customers] ([CustomerID]) ON UPDATE CASCADE,
    CONSTRAINT [FK_Orders_Employees] FOREIGN KEY ([EmployeeID]) REFERENCES [Sales].[Employees] ([EmployeeID]) ON DELETE SET NULL,
    CONSTRAINT [FK_Orders_Shippers] FOREIGN KEY ([ShipVia]) REFERENCES [Sales].[Shippers] ([ShipperID])
);


GO
CREATE NONCLUSTERED INDEX [CustomersOrders]
    ON [Sales].[Orders]([CustomerID] ASC)
    INCLUDE([OrderDate]);


GO
CREATE NONCLUSTERED INDEX [OpenOrders]
    ON [Sales].[Orders]([RequiredDate] ASC) WHERE ([ShippedDate] IS NULL);


GO
CREATE TRIGGER [Sales].[trOrders_Audit]
    ON [Sales].[Orders]
    AFTER UPDATE, DELETE
AS
BEGIN
    SET NOCOUNT ON;

    IF @@ROWCOUNT = 0 AND NOT EXISTS (SELECT * FROM deleted)
        RETURN;

    INSERT INTO dbo.AuditLog (TableName, KeyValue, [Action], OldValue, NewValue)
    SELECT N'Sales.Orders',
           CAST(d.OrderID AS NVARCHAR (100)),
           CASE WHEN i.OrderID IS NULL THEN 'D' ELSE 'U' END,
           CONVERT(NVARCHAR (30), d.ShippedDate, 120),
           CONVERT(NVARCHAR (30), i.ShippedDate, 120)
    FROM deleted d
    LEFT JOIN inserted i ON i.OrderID = d.OrderID
    WHERE i.OrderID IS NULL
       OR ISNULL(i.ShippedDate, '19000101') <> ISNULL(d.ShippedDate, '19000101');
END
