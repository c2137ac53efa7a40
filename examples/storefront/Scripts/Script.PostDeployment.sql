/*
Post-Deployment Script Template
--------------------------------------------------------------------------------------
 The categories, the shippers and the default warehouse of a new shop.
--------------------------------------------------------------------------------------
*/
SET NOCOUNT ON;

IF NOT EXISTS (SELECT * FROM [Inventory].[Warehouses])
    INSERT INTO [Inventory].[Warehouses] ([WarehouseID], [Name], [IsDefault])
    VALUES (1, N'$(WarehouseName)', 1);

SET IDENTITY_INSERT [Sales].[Shippers] ON;

INSERT INTO [Sales].[Shippers] ([ShipperID], [CompanyName], [Phone])
SELECT v.[ShipperID], v.[CompanyName], v.[Phone]
FROM (VALUES (1, N'Speedy Express', N'(503) 555-9831'),
             (2, N'United Package', N'(503) 555-3199')) AS v ([ShipperID], [CompanyName], [Phone])
WHERE NOT EXISTS (SELECT * FROM [Sales].[Shippers] s WHERE s.[ShipperID] = v.[ShipperID]);

SET IDENTITY_INSERT [Sales].[Shippers] OFF;
GO

IF NOT EXISTS (SELECT 1 FROM [Inventory].[Categories])
BEGIN
    INSERT INTO [Inventory].[Categories] ([CategoryName], [Description]) VALUES (N'Beverages', N'Soft drinks, coffees, teas, beers, and ales');
    INSERT INTO [Inventory].[Categories] ([CategoryName], [Description]) VALUES (N'Condiments', N'Sweet and savory sauces, relishes, spreads, and seasonings');
    INSERT INTO [Inventory].[Categories] ([CategoryName], [Description]) VALUES (N'Produce', N'Dried fruit and bean curd');
    PRINT 'Categories were added.';
END
GO
