SELECT $ -5, € 1.5e3, ¥ 6, $node_id, t.$rowguid
FROM t
