CREATE PROCEDURE [sales].[usp_GetOrderSummary]
    @CustomerId INT,
    @MinStatus  TINYINT = 0
AS
BEGIN
    SET NOCOUNT ON;

    IF NOT EXISTS (SELECT 1 FROM sales.Customer WHERE CustomerId = @CustomerId)
        THROW 50001, 'The customer does not exist.', 1;

    SELECT o.OrderId,
           o.OrderNumber,
           o.Status,
           COUNT(*)              AS LineCount,
           SUM(l.LineTotal)      AS LinesTotal,
           ISNULL(p.PaidTotal, 0) AS PaidTotal
    FROM sales.[Order] AS o
        INNER JOIN sales.OrderLine AS l ON l.OrderId = o.OrderId
        LEFT JOIN
        (
            SELECT OrderId, SUM(Amount) AS PaidTotal
            FROM sales.Payment
            GROUP BY OrderId
        ) AS p ON p.OrderId = o.OrderId
    WHERE o.CustomerId = @CustomerId
          AND o.Status >= @MinStatus
    GROUP BY o.OrderId, o.OrderNumber, o.Status, p.PaidTotal
    ORDER BY o.OrderId;
END;
