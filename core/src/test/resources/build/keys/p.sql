create procedure dbo.pv as break
