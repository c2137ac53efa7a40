create trigger dbo.trt on dbo.T after insert as select 1
