-- The engine's catalog. hncat.entry is the truth (one row an object, the model's value as JSON); the other tables are what sys.* shows of it.
CREATE SCHEMA hncat;
CREATE TABLE hncat.entry (object_id int NOT NULL, kind text NOT NULL, schema_key text NOT NULL, name_key text NOT NULL, detail_key text NOT NULL,
  model text NOT NULL, ids text NOT NULL, result text NOT NULL, created timestamp NOT NULL, modified timestamp NOT NULL,
  PRIMARY KEY (kind, object_id), UNIQUE (kind, schema_key, name_key, detail_key));
CREATE TABLE hncat.setting (name text PRIMARY KEY, value text NOT NULL);
CREATE TABLE hncat.objects (object_id int PRIMARY KEY, name text NOT NULL, schema_id int NOT NULL, parent_object_id int NOT NULL, type text NOT NULL,
  create_date timestamp NOT NULL, modify_date timestamp NOT NULL, is_system_named int2 NOT NULL DEFAULT 0, entry_id int NOT NULL, name_key text NOT NULL);
CREATE INDEX ON hncat.objects (schema_id, name_key);
CREATE INDEX ON hncat.objects (entry_id);
CREATE TABLE hncat.tables (object_id int PRIMARY KEY, max_column_id int NOT NULL, uses_ansi_nulls int2 NOT NULL, is_memory_optimized int2 NOT NULL,
  durability int2 NOT NULL, temporal_type int2 NOT NULL, history_table_id int, retention_period int, retention_unit int, is_node int2 NOT NULL,
  is_edge int2 NOT NULL, lock_escalation int2 NOT NULL, data_space_id int NOT NULL, compression int2 NOT NULL);
CREATE TABLE hncat.columns (object_id int NOT NULL, column_id int NOT NULL, name text, name_key text, system_type_id int NOT NULL, user_type_id int NOT NULL,
  max_length int NOT NULL, precision int NOT NULL, scale int NOT NULL, collation_name text, is_nullable int2 NOT NULL, is_rowguidcol int2 NOT NULL,
  is_identity int2 NOT NULL, is_computed int2 NOT NULL, is_filestream int2 NOT NULL, is_sparse int2 NOT NULL, is_hidden int2 NOT NULL,
  default_object_id int NOT NULL, generated_always_type int NOT NULL, masking_function text, seed text, increment text, identity_nfr int2 NOT NULL,
  identity_sequence text, definition text, is_persisted int2 NOT NULL, vector_dimensions int, PRIMARY KEY (object_id, column_id));
CREATE TABLE hncat.indexes (object_id int NOT NULL, index_id int NOT NULL, name text, type int NOT NULL, is_unique int2 NOT NULL, is_primary_key int2 NOT NULL,
  is_unique_constraint int2 NOT NULL, ignore_dup_key int2 NOT NULL, fill_factor int NOT NULL, is_padded int2 NOT NULL, is_disabled int2 NOT NULL,
  allow_row_locks int2 NOT NULL, allow_page_locks int2 NOT NULL, filter_definition text, no_recompute int2 NOT NULL, sequential int2 NOT NULL,
  compression int NOT NULL, constraint_id int, data_space_id int NOT NULL, PRIMARY KEY (object_id, index_id));
CREATE TABLE hncat.index_columns (object_id int NOT NULL, index_id int NOT NULL, index_column_id int NOT NULL, column_id int NOT NULL, key_ordinal int NOT NULL,
  is_descending_key int2 NOT NULL, is_included_column int2 NOT NULL, PRIMARY KEY (object_id, index_id, index_column_id));
CREATE TABLE hncat.foreign_keys (object_id int PRIMARY KEY, parent_object_id int NOT NULL, referenced_object_id int NOT NULL, key_index_id int, is_disabled int2 NOT NULL,
  is_not_for_replication int2 NOT NULL, is_not_trusted int2 NOT NULL, on_delete int NOT NULL, on_update int NOT NULL);
CREATE TABLE hncat.foreign_key_columns (constraint_object_id int NOT NULL, constraint_column_id int NOT NULL, parent_object_id int NOT NULL, parent_column_id int NOT NULL,
  referenced_object_id int NOT NULL, referenced_column_id int NOT NULL);
CREATE INDEX ON hncat.foreign_key_columns (parent_object_id);
CREATE TABLE hncat.check_constraints (object_id int PRIMARY KEY, parent_object_id int NOT NULL, parent_column_id int NOT NULL, definition text NOT NULL,
  is_disabled int2 NOT NULL, is_not_for_replication int2 NOT NULL, is_not_trusted int2 NOT NULL);
CREATE TABLE hncat.default_constraints (object_id int PRIMARY KEY, parent_object_id int NOT NULL, parent_column_id int NOT NULL, definition text NOT NULL);
CREATE TABLE hncat.modules (object_id int PRIMARY KEY, definition text NOT NULL, uses_ansi_nulls int2 NOT NULL, uses_quoted_identifier int2 NOT NULL, is_schema_bound int2 NOT NULL);
CREATE TABLE hncat.parameters (object_id int NOT NULL, parameter_id int NOT NULL, name text NOT NULL, system_type_id int NOT NULL, user_type_id int NOT NULL,
  max_length int NOT NULL, precision int NOT NULL, scale int NOT NULL, is_output int2 NOT NULL, is_readonly int2 NOT NULL, is_nullable int2 NOT NULL, vector_dimensions int, PRIMARY KEY (object_id, parameter_id));
CREATE TABLE hncat.triggers (object_id int PRIMARY KEY, parent_id int NOT NULL, parent_class int NOT NULL, is_instead_of int2 NOT NULL, is_disabled int2 NOT NULL, name text NOT NULL,
  create_date timestamp NOT NULL, modify_date timestamp NOT NULL);
CREATE TABLE hncat.trigger_events (object_id int NOT NULL, type int NOT NULL, type_desc text NOT NULL);
CREATE TABLE hncat.sequences (object_id int PRIMARY KEY, start_value numeric NOT NULL, increment numeric NOT NULL, minimum_value numeric NOT NULL, maximum_value numeric NOT NULL,
  is_cycling int2 NOT NULL, is_cached int2 NOT NULL, cache_size int, system_type_id int NOT NULL, user_type_id int NOT NULL, precision int NOT NULL, scale int NOT NULL, pg_name text NOT NULL);
CREATE TABLE hncat.synonyms (object_id int PRIMARY KEY, base_object_name text NOT NULL);
CREATE TABLE hncat.types (user_type_id int PRIMARY KEY, name text NOT NULL, name_key text NOT NULL, system_type_id int NOT NULL, schema_id int NOT NULL, max_length int NOT NULL,
  precision int NOT NULL, scale int NOT NULL, collation_name text, is_nullable int2 NOT NULL, is_user_defined int2 NOT NULL, is_assembly_type int2 NOT NULL,
  is_table_type int2 NOT NULL, table_object_id int);
CREATE TABLE hncat.schemas (schema_id int PRIMARY KEY, name text NOT NULL, name_key text NOT NULL, owner text NOT NULL);
CREATE TABLE hncat.principals (principal_id int PRIMARY KEY, name text NOT NULL, name_key text NOT NULL, type text NOT NULL, default_schema text, create_date timestamp NOT NULL,
  modify_date timestamp NOT NULL, owner text, is_fixed_role int2 NOT NULL, authentication_type int NOT NULL, login text);
CREATE TABLE hncat.role_members (entry_id int PRIMARY KEY, role_key text NOT NULL, member_key text NOT NULL);
CREATE TABLE hncat.permissions (entry_id int PRIMARY KEY, class int NOT NULL, major_id int NOT NULL, minor_ids int[] NOT NULL, grantee_key text NOT NULL, type text NOT NULL,
  permission_name text NOT NULL, state text NOT NULL);
CREATE TABLE hncat.extended_properties (entry_id int PRIMARY KEY, class int NOT NULL, major_id int NOT NULL, minor_id int NOT NULL, name text NOT NULL, value text);
CREATE TABLE hncat.dependencies (referencing_id int NOT NULL, ordinal int NOT NULL, referenced_schema text, referenced_name text NOT NULL, is_schema_bound int2 NOT NULL);
CREATE TABLE hncat.periods (object_id int PRIMARY KEY, start_column_id int NOT NULL, end_column_id int NOT NULL);
CREATE TABLE hncat.partition_functions (function_id int PRIMARY KEY, name text NOT NULL, is_right int2 NOT NULL, boundaries text[] NOT NULL, system_type_id int NOT NULL, user_type_id int NOT NULL,
  max_length int NOT NULL, precision int NOT NULL, scale int NOT NULL, collation_name text);
CREATE TABLE hncat.data_spaces (data_space_id int PRIMARY KEY, name text NOT NULL, type text NOT NULL, is_default int2 NOT NULL, function_name text, file_groups text[]);
-- The engine writes what its sessions are into a setting of the connection before a statement that reads them.
CREATE VIEW hncat.sessions AS SELECT * FROM json_to_recordset(coalesce(nullif(current_setting('hncat.sessions', true), ''), '[]')::json) AS s (session_id int, login_time timestamp,
  host_name text, program_name text, host_process_id int, login_name text, status text, isolation int, lock_timeout int, text_size int, language text, date_first int,
  quoted_identifier int2, ansi_nulls int2, arithabort int2, row_count bigint, prev_error int, database_id int, open_transactions int, last_start timestamp, last_end timestamp,
  is_running int2);
INSERT INTO hncat.data_spaces VALUES (1, 'PRIMARY', 'FG', 1, NULL, NULL);
INSERT INTO hncat.schemas VALUES (1, 'dbo', 'dbo', 'dbo'), (2, 'guest', 'guest', 'guest'), (3, 'INFORMATION_SCHEMA', 'information_schema', 'INFORMATION_SCHEMA'), (4, 'sys', 'sys', 'sys'),
  (16384, 'db_owner', 'db_owner', 'db_owner'), (16385, 'db_accessadmin', 'db_accessadmin', 'db_accessadmin'), (16386, 'db_securityadmin', 'db_securityadmin', 'db_securityadmin'),
  (16387, 'db_ddladmin', 'db_ddladmin', 'db_ddladmin'), (16389, 'db_backupoperator', 'db_backupoperator', 'db_backupoperator'), (16390, 'db_datareader', 'db_datareader', 'db_datareader'),
  (16391, 'db_datawriter', 'db_datawriter', 'db_datawriter'), (16392, 'db_denydatareader', 'db_denydatareader', 'db_denydatareader'), (16393, 'db_denydatawriter', 'db_denydatawriter', 'db_denydatawriter');
INSERT INTO hncat.principals SELECT i, n, lower(n), t, d, now()::timestamp, now()::timestamp, 'dbo', f, a, CASE WHEN i = 1 THEN 'sa' END FROM (VALUES
  (0, 'public', 'R', NULL, 0, 0), (1, 'dbo', 'S', 'dbo', 0, 1), (2, 'guest', 'S', 'guest', 0, 0), (3, 'INFORMATION_SCHEMA', 'S', NULL, 0, 0), (4, 'sys', 'S', NULL, 0, 0),
  (16384, 'db_owner', 'R', NULL, 1, 0), (16385, 'db_accessadmin', 'R', NULL, 1, 0), (16386, 'db_securityadmin', 'R', NULL, 1, 0), (16387, 'db_ddladmin', 'R', NULL, 1, 0),
  (16389, 'db_backupoperator', 'R', NULL, 1, 0), (16390, 'db_datareader', 'R', NULL, 1, 0), (16391, 'db_datawriter', 'R', NULL, 1, 0), (16392, 'db_denydatareader', 'R', NULL, 1, 0),
  (16393, 'db_denydatawriter', 'R', NULL, 1, 0)) AS v (i, n, t, d, f, a);
INSERT INTO hncat.role_members VALUES (-1, 'db_owner', 'dbo');
INSERT INTO hncat.types SELECT u, n, lower(n), s, 4, l, p, c, CASE WHEN h THEN '@' END, z, 0, a, 0, NULL FROM (VALUES
  ('image', 34, 34, 16, 0, 0, false, 1, 0), ('text', 35, 35, 16, 0, 0, true, 1, 0), ('uniqueidentifier', 36, 36, 16, 0, 0, false, 1, 0), ('date', 40, 40, 3, 10, 0, false, 1, 0),
  ('time', 41, 41, 5, 16, 7, false, 1, 0), ('datetime2', 42, 42, 8, 27, 7, false, 1, 0), ('datetimeoffset', 43, 43, 10, 34, 7, false, 1, 0), ('tinyint', 48, 48, 1, 3, 0, false, 1, 0),
  ('smallint', 52, 52, 2, 5, 0, false, 1, 0), ('int', 56, 56, 4, 10, 0, false, 1, 0), ('smalldatetime', 58, 58, 4, 16, 0, false, 1, 0), ('real', 59, 59, 4, 24, 0, false, 1, 0),
  ('money', 60, 60, 8, 19, 4, false, 1, 0), ('datetime', 61, 61, 8, 23, 3, false, 1, 0), ('float', 62, 62, 8, 53, 0, false, 1, 0), ('sql_variant', 98, 98, 8016, 0, 0, false, 1, 0),
  ('ntext', 99, 99, 16, 0, 0, true, 1, 0), ('bit', 104, 104, 1, 1, 0, false, 1, 0), ('decimal', 106, 106, 17, 38, 38, false, 1, 0), ('numeric', 108, 108, 17, 38, 38, false, 1, 0),
  ('smallmoney', 122, 122, 4, 10, 4, false, 1, 0), ('bigint', 127, 127, 8, 19, 0, false, 1, 0), ('hierarchyid', 240, 128, 892, 0, 0, false, 1, 1), ('geometry', 240, 129, -1, 0, 0, false, 1, 1),
  ('geography', 240, 130, -1, 0, 0, false, 1, 1), ('varbinary', 165, 165, 8000, 0, 0, false, 1, 0), ('varchar', 167, 167, 8000, 0, 0, true, 1, 0), ('binary', 173, 173, 8000, 0, 0, false, 1, 0),
  ('char', 175, 175, 8000, 0, 0, true, 1, 0), ('timestamp', 189, 189, 8, 0, 0, false, 0, 0), ('nvarchar', 231, 231, 8000, 0, 0, true, 1, 0), ('nchar', 239, 239, 8000, 0, 0, true, 1, 0),
  ('xml', 241, 241, -1, 0, 0, false, 1, 0), ('sysname', 231, 256, 256, 0, 0, true, 0, 0), ('json', 244, 244, -1, 0, 0, false, 1, 0), ('vector', 165, 255, 8000, 0, 0, false, 1, 0)) AS v (n, s, u, l, p, c, h, z, a);
CREATE FUNCTION hncat.collation(c text) RETURNS text LANGUAGE sql STABLE AS $$ SELECT CASE WHEN c = '@' THEN (SELECT value FROM hncat.setting WHERE name = 'collation') ELSE c END $$;
CREATE FUNCTION hncat.setting(n text) RETURNS text LANGUAGE sql STABLE AS $$ SELECT value FROM hncat.setting WHERE name = n $$;
CREATE FUNCTION hncat.principal(k text) RETURNS int LANGUAGE sql STABLE AS $$ SELECT principal_id FROM hncat.principals WHERE name_key = k $$;
CREATE FUNCTION hncat.type_desc(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE rtrim(t) WHEN 'U' THEN 'USER_TABLE' WHEN 'V' THEN 'VIEW' WHEN 'P' THEN 'SQL_STORED_PROCEDURE'
  WHEN 'FN' THEN 'SQL_SCALAR_FUNCTION' WHEN 'IF' THEN 'SQL_INLINE_TABLE_VALUED_FUNCTION' WHEN 'TF' THEN 'SQL_TABLE_VALUED_FUNCTION' WHEN 'TR' THEN 'SQL_TRIGGER' WHEN 'SN' THEN 'SYNONYM'
  WHEN 'SO' THEN 'SEQUENCE_OBJECT' WHEN 'PK' THEN 'PRIMARY_KEY_CONSTRAINT' WHEN 'UQ' THEN 'UNIQUE_CONSTRAINT' WHEN 'F' THEN 'FOREIGN_KEY_CONSTRAINT' WHEN 'C' THEN 'CHECK_CONSTRAINT'
  WHEN 'D' THEN 'DEFAULT_CONSTRAINT' WHEN 'TT' THEN 'TYPE_TABLE' WHEN 'EC' THEN 'EDGE_CONSTRAINT' WHEN 'S' THEN 'SYSTEM_TABLE' WHEN 'X' THEN 'EXTENDED_STORED_PROCEDURE' END $$;
CREATE FUNCTION hncat.index_type_desc(t int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY['HEAP', 'CLUSTERED', 'NONCLUSTERED', 'XML', 'SPATIAL', 'CLUSTERED COLUMNSTORE',
  'NONCLUSTERED COLUMNSTORE', 'NONCLUSTERED HASH', 'JSON', 'VECTOR'])[t + 1] $$;
CREATE FUNCTION hncat.compression_desc(t int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY['NONE', 'ROW', 'PAGE', 'COLUMNSTORE', 'COLUMNSTORE_ARCHIVE'])[t + 1] $$;
CREATE FUNCTION hncat.action_desc(t int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY['NO_ACTION', 'CASCADE', 'SET_NULL', 'SET_DEFAULT'])[t + 1] $$;
CREATE FUNCTION hncat.generated_desc(t int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE t WHEN 0 THEN 'NOT_APPLICABLE' WHEN 1 THEN 'AS_ROW_START' WHEN 2 THEN 'AS_ROW_END'
  WHEN 5 THEN 'AS_TRANSACTION_ID_START' WHEN 6 THEN 'AS_TRANSACTION_ID_END' WHEN 7 THEN 'AS_SEQUENCE_NUMBER_START' WHEN 8 THEN 'AS_SEQUENCE_NUMBER_END' END $$;
CREATE FUNCTION hncat.class_desc(c int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE c WHEN 0 THEN 'DATABASE' WHEN 1 THEN 'OBJECT_OR_COLUMN' WHEN 2 THEN 'PARAMETER' WHEN 3 THEN 'SCHEMA'
  WHEN 4 THEN 'DATABASE_PRINCIPAL' WHEN 5 THEN 'ASSEMBLY' WHEN 6 THEN 'TYPE' WHEN 7 THEN 'INDEX' WHEN 8 THEN 'USER_DEFINED_TABLE_TYPE_COLUMN' WHEN 10 THEN 'XML_SCHEMA_COLLECTION'
  WHEN 20 THEN 'DATASPACE' WHEN 21 THEN 'PARTITION_FUNCTION' END $$;
-- The databases of the server: each PostgreSQL database of ours bears a comment that begins with "hartonomous" and holds its options as JSON.
CREATE VIEW hncat.databases AS SELECT d.datname AS pg_name, (substr(s.description, 13))::json AS j
  FROM pg_database d JOIN pg_shdescription s ON s.objoid = d.oid AND s.classoid = 'pg_database'::regclass WHERE s.description LIKE 'hartonomous {%';
-- Row counts as PostgreSQL estimates them would be wrong right after a change, so they are counted.
CREATE FUNCTION hncat.row_count(t int) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE n bigint; r text; BEGIN
  SELECT value INTO r FROM hncat.pg_names WHERE object_id = t;
  IF r IS NULL THEN RETURN 0; END IF;
  EXECUTE 'SELECT count(*) FROM ' || r INTO n;
  RETURN n;
END $$;
CREATE TABLE hncat.pg_names (object_id int PRIMARY KEY, value text NOT NULL);
CREATE FUNCTION hncat.sequence_value(n text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE v numeric; BEGIN
  IF n IS NULL THEN RETURN NULL; END IF;
  EXECUTE 'SELECT CASE WHEN is_called THEN last_value END FROM ' || n INTO v;
  RETURN v;
END $$;
-- Values of sql_variant whose base type is one of the catalog's.
CREATE FUNCTION hncat.exact(v numeric, system_type_id int, prec int) RETURNS hn.variant LANGUAGE sql STABLE AS $$
  SELECT hn.variant(v::text, t.name, prec, 0, t.max_length) FROM hncat.types t WHERE t.user_type_id = exact.system_type_id $$;
CREATE FUNCTION hncat.boundary(v text, system_type_id int, prec int, scale int, max_length int) RETURNS hn.variant LANGUAGE sql STABLE AS $$
  SELECT hn.variant(v, t.name, prec, scale, boundary.max_length) FROM hncat.types t WHERE t.user_type_id = boundary.system_type_id $$;
