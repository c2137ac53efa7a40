create trigger dbo.trA on dbo.A instead of insert as insert into dbo.A (Id, B, Nope) select Id, B, Nope2 from inserted; update dbo.A set B = d.B from deleted d where d.Id = dbo.A.Id and z.x = 1
