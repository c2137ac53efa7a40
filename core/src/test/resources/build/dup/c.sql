create table dbo.t (id int, id int);
