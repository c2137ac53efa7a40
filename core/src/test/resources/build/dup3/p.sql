grant select on dbo.T to public
go
grant execute on dbo.f to public
