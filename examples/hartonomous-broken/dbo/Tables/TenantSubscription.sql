CREATE TABLE [dbo].[TenantSubscription]
(
    [SubscriptionId] INT          IDENTITY (1, 1) NOT NULL,
    [TenantId]       INT          NOT NULL,
    [PlanCode]       VARCHAR (20) NOT NULL,
    [ValidFrom]      DATE         NOT NULL,
    [ValidTo]        DATE         NULL,
    CONSTRAINT [PK_TenantSubscription] PRIMARY KEY CLUSTERED ([SubscriptionId] ASC),
    CONSTRAINT [CK_TenantSubscription_Period] CHECK ([ValidTo] IS NULL OR [ValidTo] >= [ValidFrom]),
    CONSTRAINT [FK_TenantSubscription_Tenant] FOREIGN KEY ([TenantId]) REFERENCES [dbo].[Tenant] ([TenantId]) ON DELETE CASCADE,
    CONSTRAINT [FK_TenantSubscription_SubscriptionPlan] FOREIGN KEY ([PlanCode]) REFERENCES [dbo].[SubscriptionPlan] ([PlanCode]) ON UPDATE CASCADE
);
GO

-- A tenant has at most one subscription without an end.
CREATE UNIQUE NONCLUSTERED INDEX [UX_TenantSubscription_Open]
    ON [dbo].[TenantSubscription] ([TenantId] ASC)
    WHERE [ValidTo] IS NULL;
GO

CREATE NONCLUSTERED INDEX [IX_TenantSubscription_Period]
    ON [dbo].[TenantSubscription] ([TenantId] ASC, [ValidFrom] DESC)
    INCLUDE ([PlanCode], [ValidTo]);
