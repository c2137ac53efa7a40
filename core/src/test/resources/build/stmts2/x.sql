create trigger dbo.trx on dbo.v after insert as select 1
