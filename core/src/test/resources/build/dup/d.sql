create table dbo.t (id int);
