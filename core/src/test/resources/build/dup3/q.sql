create synonym dbo.T for dbo.x
