MERGE dbo.SubscriptionPlan AS t
USING (VALUES ('FREE', N'Free', 0.00, 10, 0.0000, 2),
              ('TEAM', N'Team', 30.00, 100, 0.2500, 10),
              ('PRO', N'Professional', 90.00, 500, 0.2000, 25),
              ('ENTERPRISE', N'Enterprise', 600.00, 5000, 0.1000, 200))
      AS s (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
ON t.PlanCode = s.PlanCode
WHEN MATCHED AND EXISTS (SELECT s.DisplayName, s.MonthlyFee, s.IncludedUnits, s.UnitPrice, s.MaxQueuedJobs
                         EXCEPT
                         SELECT t.DisplayName, t.MonthlyFee, t.IncludedUnits, t.UnitPrice, t.MaxQueuedJobs) THEN
    UPDATE SET DisplayName = s.DisplayName,
               MonthlyFee = s.MonthlyFee,
               IncludedUnits = s.IncludedUnits,
               UnitPrice = s.UnitPrice,
               MaxQueuedJobs = s.MaxQueuedJobs
WHEN NOT MATCHED BY TARGET THEN
    INSERT (PlanCode, DisplayName, MonthlyFee, IncludedUnits, UnitPrice, MaxQueuedJobs)
    VALUES (s.PlanCode, s.DisplayName, s.MonthlyFee, s.IncludedUnits, s.UnitPrice, s.MaxQueuedJobs);
