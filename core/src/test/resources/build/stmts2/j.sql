create procedure nope2.p as select 1
