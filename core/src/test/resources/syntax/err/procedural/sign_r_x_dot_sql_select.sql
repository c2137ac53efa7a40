:r x.sql
SELECT 1;
:setvar a b
SELECT 1 a b