CREATE TYPE [dbo].[OrderLineType] AS TABLE (
    [LineNumber] INT      IDENTITY (1, 1) NOT NULL,
    [ProductID]  INT      NOT NULL,
    [Quantity]   SMALLINT NOT NULL,
    [Discount]   REAL     DEFAULT ((0)) NOT NULL,
    PRIMARY KEY CLUSTERED ([LineNumber] ASC),
    CHECK ([Quantity]>(0)));
