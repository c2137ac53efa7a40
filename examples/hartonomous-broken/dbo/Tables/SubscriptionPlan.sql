CREATE TABLE [dbo].[SubscriptionPlan]
(
    [PlanCode]      VARCHAR (20)    NOT NULL,
    [DisplayName]   NVARCHAR (100)  NOT NULL,
    [MonthlyFee]    DECIMAL (12, 2) NOT NULL,
    [IncludedUnits] INT             NOT NULL,
    [UnitPrice]     DECIMAL (9, 4)  NOT NULL,
    [MaxQueuedJobs] INT             CONSTRAINT [DF_SubscriptionPlan_MaxQueuedJobs] DEFAULT (10) NOT NULL,
    [IsPublic]      BIT             DEFAULT (1) NOT NULL,
    CONSTRAINT [PK_SubscriptionPlan] PRIMARY KEY CLUSTERED ([PlanCode] ASC),
    CONSTRAINT [CK_SubscriptionPlan_Prices] CHECK ([MonthlyFee] >= 0 AND [UnitPrice] >= 0 AND [IncludedUnits] >= 0)
);
