-- Functions over the catalog that translated SQL calls. Names come in as T-SQL writes them.
CREATE FUNCTION hncat.parts(n text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE r text[] := '{}'; p text := ''; i int := 1; c text; q text := ''; BEGIN
  WHILE i <= length(n) LOOP
    c := substr(n, i, 1);
    IF q <> '' THEN
      IF c = q THEN
        IF substr(n, i + 1, 1) = q THEN p := p || c; i := i + 1; ELSE q := ''; END IF;
      ELSE p := p || c; END IF;
    ELSIF c = '[' THEN q := ']';
    ELSIF c = '"' THEN q := '"';
    ELSIF c = '.' THEN r := r || btrim(p); p := '';
    ELSE p := p || c; END IF;
    i := i + 1;
  END LOOP;
  RETURN r || btrim(p);
END $$;
CREATE FUNCTION hncat.object_id(n text, t text) RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE p text[] COLLATE "C"; s text COLLATE "C"; o text COLLATE "C"; id int; BEGIN
  IF n IS NULL THEN RETURN NULL; END IF;
  p := hncat.parts(n);
  o := lower(p[cardinality(p)] COLLATE "und-x-icu");
  IF left(o, 1) = '#' THEN
    SELECT c.oid::int INTO id FROM pg_class c WHERE c.relnamespace = pg_my_temp_schema() AND (c.relname::text COLLATE "C" = o COLLATE "C" OR starts_with(c.relname::text COLLATE "C", (o || '~') COLLATE "C")) LIMIT 1;
    RETURN CASE WHEN t IS NULL OR rtrim(upper(t)) = 'U' THEN -id END;
  END IF;
  s := lower(coalesce(nullif(p[cardinality(p) - 1], ''), 'dbo') COLLATE "und-x-icu");
  IF cardinality(p) > 2 AND p[cardinality(p) - 2] <> '' AND lower(p[cardinality(p) - 2] COLLATE "und-x-icu") <> lower(hncat.setting('database') COLLATE "und-x-icu") THEN RETURN NULL; END IF;
  SELECT x.object_id INTO id FROM hncat.objects x JOIN hncat.schemas c ON c.schema_id = x.schema_id
    WHERE c.name_key = s AND x.name_key = o AND x.type <> 'TT' AND (t IS NULL OR rtrim(x.type) = rtrim(upper(t)));
  IF id IS NULL AND s IN ('sys', 'information_schema') THEN
    SELECT -c.oid::int INTO id FROM pg_class c JOIN pg_namespace m ON m.oid = c.relnamespace WHERE m.nspname = CASE s WHEN 'sys' THEN 'sys' ELSE 'information_schema_sql' END AND c.relname::text COLLATE "C" = o COLLATE "C"
      AND (t IS NULL OR rtrim(upper(t)) = 'V');
  END IF;
  RETURN id;
END $$;
CREATE FUNCTION hn.object_id(n hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT hncat.object_id(n::text, NULL) $$;
CREATE FUNCTION hn.object_id(n hn.str, t hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT hncat.object_id(n::text, t::text) $$;
CREATE FUNCTION hn.object_name(i int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT name::hn.str FROM hncat.objects WHERE object_id = i $$;
CREATE FUNCTION hn.object_name(i int, d int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT name::hn.str FROM hncat.objects WHERE object_id = i AND d = hncat.setting('database_id')::int $$;
CREATE FUNCTION hn.object_schema_name(i int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT s.name::hn.str FROM hncat.objects o JOIN hncat.schemas s ON s.schema_id = o.schema_id WHERE o.object_id = i $$;
CREATE FUNCTION hn.object_schema_name(i int, d int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT s.name::hn.str FROM hncat.objects o JOIN hncat.schemas s ON s.schema_id = o.schema_id WHERE o.object_id = i AND d = hncat.setting('database_id')::int $$;
CREATE FUNCTION hn.object_definition(i int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT coalesce((SELECT definition FROM hncat.modules WHERE object_id = i),
  (SELECT definition FROM hncat.check_constraints WHERE object_id = i), (SELECT definition FROM hncat.default_constraints WHERE object_id = i))::hn.str $$;
CREATE FUNCTION hn.schema_id(n hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT schema_id FROM hncat.schemas WHERE name_key = lower(n::text) $$;
CREATE FUNCTION hn.schema_id() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE FUNCTION hn.schema_name(i int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT name::hn.str FROM hncat.schemas WHERE schema_id = i $$;
CREATE FUNCTION hn.schema_name() RETURNS hn.str LANGUAGE sql IMMUTABLE AS $$ SELECT 'dbo'::hn.str $$;
CREATE FUNCTION hn.type_id(n hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT t.user_type_id FROM hncat.types t JOIN hncat.schemas s ON s.schema_id = t.schema_id, hncat.parts(n::text) p
  WHERE t.name_key = lower(p[cardinality(p)]) AND (cardinality(p) > 1 AND s.name_key = lower(p[cardinality(p) - 1]) OR cardinality(p) = 1 AND s.name_key IN ('sys', 'dbo')) LIMIT 1 $$;
CREATE FUNCTION hn.type_name(i int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT name::hn.str FROM hncat.types WHERE user_type_id = i $$;
CREATE FUNCTION hn.col_name(o int, c int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT name::hn.str FROM hncat.columns WHERE object_id = o AND column_id = c $$;
CREATE FUNCTION hn.col_length(t hn.str, c hn.str) RETURNS smallint LANGUAGE sql STABLE AS $$ SELECT max_length::smallint FROM hncat.columns WHERE object_id = hncat.object_id(t::text, NULL) AND name_key = lower(c::text) $$;
CREATE FUNCTION hn.columnproperty(o int, c hn.str, p hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT CASE lower(p::text) WHEN 'allowsnull' THEN x.is_nullable::int WHEN 'columnid' THEN x.column_id
  WHEN 'iscomputed' THEN x.is_computed::int WHEN 'isidentity' THEN x.is_identity::int WHEN 'isrowguidcol' THEN x.is_rowguidcol::int WHEN 'issparse' THEN x.is_sparse::int WHEN 'ishidden' THEN x.is_hidden::int
  WHEN 'precision' THEN CASE WHEN x.precision > 0 THEN x.precision WHEN x.system_type_id IN (231, 239) AND x.max_length > 0 THEN x.max_length / 2 ELSE x.max_length END WHEN 'scale' THEN x.scale
  WHEN 'isidnotforrepl' THEN x.identity_nfr::int WHEN 'usesansitrim' THEN 1 WHEN 'generatedalwaystype' THEN x.generated_always_type WHEN 'charmaxlen' THEN CASE WHEN x.system_type_id IN (231, 239) AND x.max_length > 0 THEN x.max_length / 2 WHEN x.system_type_id IN (167, 175, 231, 239) THEN x.max_length END END
  FROM hncat.columns x WHERE x.object_id = o AND x.name_key = lower(c::text) $$;
CREATE FUNCTION hn.objectproperty(o int, p hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT CASE lower(p::text)
  WHEN 'istable' THEN (x.type = 'U ')::int WHEN 'isusertable' THEN (x.type = 'U ')::int WHEN 'isview' THEN (x.type = 'V ')::int WHEN 'isprocedure' THEN (x.type = 'P ')::int
  WHEN 'isscalarfunction' THEN (x.type = 'FN')::int WHEN 'isinlinefunction' THEN (x.type = 'IF')::int WHEN 'istablefunction' THEN (x.type IN ('TF', 'IF'))::int WHEN 'istrigger' THEN (x.type = 'TR')::int
  WHEN 'isprimarykey' THEN (x.type = 'PK')::int WHEN 'isforeignkey' THEN (x.type = 'F ')::int WHEN 'isuniquecnst' THEN (x.type = 'UQ')::int WHEN 'ischeckcnst' THEN (x.type = 'C ')::int
  WHEN 'isdefaultcnst' THEN (x.type = 'D ')::int WHEN 'isconstraint' THEN (x.type IN ('PK', 'UQ', 'F ', 'C ', 'D '))::int WHEN 'ismsshipped' THEN 0 WHEN 'issystemtable' THEN 0 WHEN 'isexecuted' THEN (x.type IN ('P ', 'FN', 'TF', 'IF', 'TR', 'V '))::int
  WHEN 'ownerid' THEN 1 WHEN 'schemaid' THEN x.schema_id
  WHEN 'tablehasidentity' THEN (SELECT coalesce(max(c.is_identity), 0)::int FROM hncat.columns c WHERE c.object_id = o)
  WHEN 'tablehasprimarykey' THEN (SELECT count(*)::int FROM hncat.indexes i WHERE i.object_id = o AND i.is_primary_key = 1)
  WHEN 'tablehasforeignkey' THEN (SELECT least(count(*), 1)::int FROM hncat.foreign_keys f WHERE f.parent_object_id = o)
  WHEN 'tablehasforeignref' THEN (SELECT least(count(*), 1)::int FROM hncat.foreign_keys f WHERE f.referenced_object_id = o)
  WHEN 'tablehasclustindex' THEN (SELECT count(*)::int FROM hncat.indexes i WHERE i.object_id = o AND i.type = 1)
  WHEN 'tablehasindex' THEN (SELECT least(count(*), 1)::int FROM hncat.indexes i WHERE i.object_id = o AND i.index_id > 0)
  WHEN 'tabletemporaltype' THEN (SELECT temporal_type::int FROM hncat.tables t WHERE t.object_id = o)
  WHEN 'cnstisdisabled' THEN coalesce((SELECT is_disabled FROM hncat.foreign_keys f WHERE f.object_id = o), (SELECT is_disabled FROM hncat.check_constraints f WHERE f.object_id = o), 0)::int
  WHEN 'cnstisnottrusted' THEN coalesce((SELECT is_not_trusted FROM hncat.foreign_keys f WHERE f.object_id = o), (SELECT is_not_trusted FROM hncat.check_constraints f WHERE f.object_id = o), 0)::int
  WHEN 'execisansinullson' THEN (SELECT uses_ansi_nulls::int FROM hncat.modules m WHERE m.object_id = o) WHEN 'execisquotedidenton' THEN (SELECT uses_quoted_identifier::int FROM hncat.modules m WHERE m.object_id = o)
  WHEN 'isencrypted' THEN (SELECT 0 FROM hncat.modules m WHERE m.object_id = o)
  WHEN 'execisaftertrigger' THEN (SELECT (t.is_instead_of = 0)::int FROM hncat.triggers t WHERE t.object_id = o)
  WHEN 'execisinserttrigger' THEN CASE WHEN x.type = 'TR' THEN (SELECT count(*)::int FROM hncat.trigger_events t WHERE t.object_id = o AND t.type_desc = 'INSERT') END
  WHEN 'execisupdatetrigger' THEN CASE WHEN x.type = 'TR' THEN (SELECT count(*)::int FROM hncat.trigger_events t WHERE t.object_id = o AND t.type_desc = 'UPDATE') END
  WHEN 'execisdeletetrigger' THEN CASE WHEN x.type = 'TR' THEN (SELECT count(*)::int FROM hncat.trigger_events t WHERE t.object_id = o AND t.type_desc = 'DELETE') END
  WHEN 'execisfirstinserttrigger' THEN 0 WHEN 'execisfirstupdatetrigger' THEN 0 WHEN 'execisfirstdeletetrigger' THEN 0
  WHEN 'execislastinserttrigger' THEN 0 WHEN 'execislastupdatetrigger' THEN 0 WHEN 'execislastdeletetrigger' THEN 0
  WHEN 'isdefault' THEN 0 WHEN 'isrule' THEN 0 WHEN 'isreplproc' THEN 0 WHEN 'tableisfake' THEN 0 WHEN 'tablehasvardecimalstorageformat' THEN CASE WHEN x.type = 'U ' THEN 0 END
  WHEN 'isquotedidenton' THEN coalesce((SELECT uses_quoted_identifier::int FROM hncat.modules m WHERE m.object_id = o), 1)
  WHEN 'isschemabound' THEN (SELECT is_schema_bound::int FROM hncat.modules m WHERE m.object_id = o)
  WHEN 'execistriggerdisabled' THEN (SELECT is_disabled::int FROM hncat.triggers m WHERE m.object_id = o) END FROM hncat.objects x WHERE x.object_id = o $$;
CREATE FUNCTION hn.objectpropertyex(o int, p hn.str) RETURNS hn.variant LANGUAGE sql STABLE AS $$ SELECT CASE WHEN lower(p::text) = 'basetype'
  THEN hn.variant((SELECT rtrim(x.type) FROM hncat.objects x WHERE x.object_id = o), 'nvarchar', 0, 0, 4) ELSE hn.variant(hn.objectproperty(o, p)::text, 'int', 10, 0, 4) END $$;
CREATE FUNCTION hn.indexproperty(o int, n hn.str, p hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT CASE lower(p::text) WHEN 'indexid' THEN i.index_id WHEN 'isunique' THEN i.is_unique::int
  WHEN 'isclustered' THEN (i.type IN (1, 5))::int WHEN 'isdisabled' THEN i.is_disabled::int WHEN 'indexfillfactor' THEN i.fill_factor WHEN 'ispadindex' THEN i.is_padded::int WHEN 'ishypothetical' THEN 0
  WHEN 'isstatistics' THEN 0 WHEN 'isautostatistics' THEN 0 WHEN 'ispagelockdisallowed' THEN 1 - i.allow_page_locks WHEN 'isrowlockdisallowed' THEN 1 - i.allow_row_locks END
  FROM hncat.indexes i WHERE i.object_id = o AND lower(i.name) = lower(n::text) $$;
CREATE FUNCTION hn.db_id() RETURNS int LANGUAGE sql STABLE AS $$ SELECT hncat.setting('database_id')::int $$;
CREATE FUNCTION hn.db_id(n hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT (j->>'id')::int FROM hncat.databases WHERE lower(j->>'name') = lower(n::text) $$;
CREATE FUNCTION hn.db_name() RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT hncat.setting('database')::hn.str $$;
CREATE FUNCTION hn.db_name(i int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT (j->>'name')::hn.str FROM hncat.databases WHERE (j->>'id')::int = i $$;
CREATE FUNCTION hn.user_name() RETURNS hn.str LANGUAGE sql IMMUTABLE AS $$ SELECT 'dbo'::hn.str $$;
CREATE FUNCTION hn.user_name(i int) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT name::hn.str FROM hncat.principals WHERE principal_id = i $$;
CREATE FUNCTION hn.user_id(n hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT principal_id FROM hncat.principals WHERE name_key = lower(n::text) $$;
CREATE FUNCTION hn.database_principal_id(n hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT principal_id FROM hncat.principals WHERE name_key = lower(n::text) $$;
CREATE FUNCTION hn.database_principal_id() RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE FUNCTION hn.is_rolemember(r hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT CASE WHEN lower(r::text) IN ('db_owner', 'public') THEN 1 WHEN EXISTS (SELECT FROM hncat.principals WHERE name_key = lower(r::text) AND type = 'R') THEN 0 END $$;
CREATE FUNCTION hn.is_rolemember(r hn.str, m hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT CASE WHEN EXISTS (SELECT FROM hncat.role_members WHERE role_key = lower(r::text) AND member_key = lower(m::text)) THEN 1
  WHEN EXISTS (SELECT FROM hncat.principals WHERE name_key = lower(r::text) AND type = 'R') AND EXISTS (SELECT FROM hncat.principals WHERE name_key = lower(m::text)) THEN 0 END $$;
CREATE FUNCTION hn.is_member(r hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT hn.is_rolemember(r) $$;
CREATE FUNCTION hn.has_perms_by_name(s hn.str, c hn.str, p hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT CASE WHEN p IS NULL THEN NULL WHEN s IS NULL THEN 1
  WHEN upper(c::text) IN ('OBJECT') AND hncat.object_id(s::text, NULL) IS NULL THEN NULL ELSE 1 END $$;
CREATE FUNCTION hn.has_perms_by_name(s hn.str, c hn.str, p hn.str, x hn.str, y hn.str) RETURNS int LANGUAGE sql STABLE AS $$ SELECT hn.has_perms_by_name(s, c, p) $$;
CREATE FUNCTION hn.databasepropertyex(d hn.str, p hn.str) RETURNS hn.variant LANGUAGE sql STABLE AS $$ SELECT hn.variant(CASE lower(p::text) WHEN 'collation' THEN j->>'collation' WHEN 'status' THEN 'ONLINE'
  WHEN 'recovery' THEN coalesce(j->>'RECOVERY', 'FULL') WHEN 'updateability' THEN 'READ_WRITE' WHEN 'useraccess' THEN coalesce(j->>'USER_ACCESS', 'MULTI_USER') WHEN 'edition' THEN 'Developer' END, 'nvarchar', 0, 0, 256)
  FROM hncat.databases WHERE lower(j->>'name') = lower(d::text) $$;
CREATE FUNCTION hn.ident_seed(t hn.str) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT seed::numeric FROM hncat.columns WHERE object_id = hncat.object_id(t::text, NULL) AND is_identity = 1 $$;
CREATE FUNCTION hn.ident_incr(t hn.str) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT increment::numeric FROM hncat.columns WHERE object_id = hncat.object_id(t::text, NULL) AND is_identity = 1 $$;
CREATE FUNCTION hn.ident_current(t hn.str) RETURNS numeric LANGUAGE sql VOLATILE AS $$ SELECT coalesce(hncat.sequence_value(identity_sequence), seed::numeric) FROM hncat.columns WHERE object_id = hncat.object_id(t::text, NULL) AND is_identity = 1 $$;
CREATE FUNCTION hn.parsename(n hn.str, i int) RETURNS hn.str LANGUAGE sql IMMUTABLE AS $$ SELECT nullif(p[cardinality(p) + 1 - i], '')::hn.str FROM hncat.parts(n::text) p WHERE cardinality(p) <= 4 $$;
CREATE FUNCTION hn.stats_date(o int, s int) RETURNS timestamp LANGUAGE sql IMMUTABLE AS $$ SELECT NULL::timestamp $$;
CREATE FUNCTION hn.fulltextserviceproperty(p hn.str) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 0 $$;
CREATE FUNCTION hn.fn_listextendedproperty(n hn.str, t0 hn.str, n0 hn.str, t1 hn.str, n1 hn.str, t2 hn.str, n2 hn.str) RETURNS TABLE (objtype hn.str, objname hn.str, name hn.str, value hn.variant)
  LANGUAGE sql STABLE AS $$ SELECT NULL::hn.str, NULL::hn.str, e.name::hn.str, hn.variant(e.value, 'nvarchar', 0, 0, 2 * greatest(length(e.value), 1)) FROM hncat.extended_properties e WHERE (n IS NULL OR lower(e.name) = lower(n::text))
  AND CASE WHEN t0 IS NULL THEN e.class = 0 WHEN t1 IS NULL THEN e.class = 3 AND e.major_id = hn.schema_id(n0)
    ELSE e.major_id = hncat.object_id(quote_ident(n0::text) || '.' || quote_ident(n1::text), NULL) AND CASE WHEN t2 IS NULL THEN e.minor_id = 0 ELSE e.minor_id = (SELECT c.column_id FROM hncat.columns c WHERE c.object_id = e.major_id AND c.name_key = lower(n2::text)) END END $$;
CREATE FUNCTION hn.suser_sname(s bytea) RETURNS hn.str LANGUAGE sql STABLE AS $$ SELECT login::hn.str FROM hncat.principals WHERE convert_to(login, 'UTF8') = s LIMIT 1 $$;
CREATE FUNCTION hn.sql_variant_property(v hn.variant, p hn.str) RETURNS hn.variant LANGUAGE sql STABLE AS $$ SELECT CASE WHEN v.base IS NULL THEN NULL ELSE CASE lower(p::text)
  WHEN 'basetype' THEN hn.variant(v.base, 'nvarchar', 0, 0, 256) WHEN 'precision' THEN hn.variant(v.prec::text, 'int', 10, 0, 4) WHEN 'scale' THEN hn.variant(v.scale::text, 'int', 10, 0, 4)
  WHEN 'maxlength' THEN hn.variant(v.size::text, 'int', 10, 0, 4)
  WHEN 'totalbytes' THEN hn.variant((2 + CASE WHEN v.base IN ('nchar', 'nvarchar') THEN 6 + 2 * length(v.body) WHEN v.base IN ('char', 'varchar') THEN 6 + length(v.body)
    WHEN v.base IN ('binary', 'varbinary') THEN 2 + length(v.body) / 2 WHEN v.base IN ('decimal', 'numeric') THEN 2 + v.size WHEN v.base IN ('time', 'datetime2', 'datetimeoffset') THEN 1 + v.size ELSE v.size END)::text, 'int', 10, 0, 4)
  WHEN 'collation' THEN CASE WHEN v.base IN ('char', 'varchar', 'nchar', 'nvarchar') THEN hn.variant(hncat.setting('collation'), 'nvarchar', 0, 0, 256) END END END $$;
-- The only login is a member of sysadmin, which may do what every role may.
CREATE FUNCTION hn.is_srvrolemember(r hn.str) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN lower(r::text) IN ('sysadmin', 'serveradmin', 'securityadmin', 'processadmin', 'setupadmin', 'bulkadmin', 'diskadmin', 'dbcreator', 'public') THEN 1 END $$;
-- There are no XML schema collections.
CREATE FUNCTION hn.xml_schema_namespace(s hn.str, n hn.str) RETURNS hn.str LANGUAGE sql IMMUTABLE AS $$ SELECT NULL::hn.str $$;
-- Logins have no policies.
CREATE FUNCTION hn.loginproperty(n hn.str, p hn.str) RETURNS hn.variant LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN lower(p::text) IN ('ismustchange', 'islocked', 'isexpired', 'badpasswordcount', 'historylength') THEN hn.variant('0', 'int', 10, 0, 4)
  WHEN lower(p::text) = 'defaultdatabase' THEN hn.variant('master', 'nvarchar', 0, 0, 256) WHEN lower(p::text) = 'defaultlanguage' THEN hn.variant('us_english', 'nvarchar', 0, 0, 256) END WHERE lower(n::text) = 'sa' $$;
