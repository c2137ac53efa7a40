-- What the post-deployment script leaves behind.

-- test: the plans are there with their prices
SELECT PlanCode, MonthlyFee, IncludedUnits, UnitPrice
INTO #Actual
FROM dbo.SubscriptionPlan
WHERE PlanCode IN ('FREE', 'TEAM', 'PRO', 'ENTERPRISE');

CREATE TABLE #Expected
(
    PlanCode      VARCHAR (20)    NOT NULL,
    MonthlyFee    DECIMAL (12, 2) NOT NULL,
    IncludedUnits INT             NOT NULL,
    UnitPrice     DECIMAL (9, 4)  NOT NULL
);
INSERT INTO #Expected
VALUES ('FREE', 0.00, 10, 0.0000), ('TEAM', 30.00, 100, 0.2500), ('PRO', 90.00, 500, 0.2000), ('ENTERPRISE', 600.00, 5000, 0.1000);

EXECUTE hart_test.assert_tables_equal N'#Expected', N'#Actual';
GO

-- test: the types of atoms and relations are there
SELECT AtomTypeCode INTO #AtomType FROM dbo.AtomType WHERE AtomTypeCode IN ('text', 'entity', 'fact', 'image');
SELECT RelationTypeCode INTO #RelationType FROM dbo.RelationType WHERE IsSymmetric = 1 AND DefaultWeight = 1;

EXECUTE hart_test.assert_row_count 4, N'#AtomType';
EXECUTE hart_test.assert_row_count 1, N'#RelationType';
GO

-- test: the settings come from the variables of the deployment
DECLARE @Days INT;

SELECT @Days = TRY_CONVERT (INT, Value) FROM dbo.Setting WHERE Name = 'pathCache.days';

SELECT Name INTO #Setting FROM dbo.Setting WHERE Value LIKE N'%$(%';

EXECUTE hart_test.assert_equals 30, @Days;
EXECUTE hart_test.assert_empty N'#Setting', N'no variable was left unreplaced';
GO

-- test: seeding again changes nothing
MERGE dbo.AtomType AS t
USING (VALUES ('text', N'Text', 1.00)) AS s (AtomTypeCode, DisplayName, BaseWeight)
ON t.AtomTypeCode = s.AtomTypeCode
WHEN MATCHED AND (t.DisplayName <> s.DisplayName OR t.BaseWeight <> s.BaseWeight) THEN
    UPDATE SET DisplayName = s.DisplayName, BaseWeight = s.BaseWeight
WHEN NOT MATCHED BY TARGET THEN
    INSERT (AtomTypeCode, DisplayName, BaseWeight) VALUES (s.AtomTypeCode, s.DisplayName, s.BaseWeight);

DECLARE @Rows INT = @@ROWCOUNT;
EXECUTE hart_test.assert_equals 0, @Rows;
GO
