create table nope.t (a int)
