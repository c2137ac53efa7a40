SELECT JSON_VALUE(a, '$.x' RETURNING varchar(10)), JSON_VALUE(a, '$.y');
