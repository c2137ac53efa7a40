INSERT INTO t (a) SELECT x FROM (MERGE u USING v ON u.i = v.i WHEN MATCHED THEN DELETE OUTPUT $action, deleted.i) AS m (act, x) WHERE act = 'DELETE'
