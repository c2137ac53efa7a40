create procedure dbo.p5 as begin select 1
