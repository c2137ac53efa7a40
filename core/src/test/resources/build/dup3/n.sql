create trigger dbo.trt on dbo.T after insert as select Id, i.Name from inserted i
