create table T9 (a int)
