SELECT JSON_OBJECT(a:1, t.b:2, [c] : 3)
FROM t
