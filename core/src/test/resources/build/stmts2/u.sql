create clustered index c1 on dbo.T14 (b)
