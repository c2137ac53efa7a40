@p 1, @@spid
