CREATE TABLE #t (Id int)
