DBCC xp_sample (FREE);
