-- Conversions between types. `quiet` makes TRY_CONVERT of them: NULL in place of the error.
-- Numbers to numbers.
CREATE FUNCTION hn.to_tinyint(value int8) RETURNS int2 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value < 0 OR value > 255 THEN hn.fail(0::int2, 220, 'tinyint', value::text) ELSE value::int2 END;
CREATE FUNCTION hn.to_smallint(value int8) RETURNS int2 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value < -32768 OR value > 32767 THEN hn.fail(0::int2, 220, 'smallint', value::text) ELSE value::int2 END;
CREATE FUNCTION hn.to_int(value int8) RETURNS int4 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value < -2147483648 OR value > 2147483647 THEN hn.fail(0, 8115, 'expression', 'int', value::text) ELSE value::int4 END;

-- decimal to an integer cuts; money to an integer rounds (the caller rounds first).
CREATE FUNCTION hn.number_to_integer(value numeric, target text, quiet bool) RETURNS int8 LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE whole numeric := trunc(value);
BEGIN
  IF whole IS NULL THEN RETURN NULL; END IF;
  IF (CASE target WHEN 'tinyint' THEN whole BETWEEN 0 AND 255 WHEN 'smallint' THEN whole BETWEEN -32768 AND 32767
       WHEN 'int' THEN whole BETWEEN -2147483648 AND 2147483647 ELSE whole BETWEEN -9223372036854775808 AND 9223372036854775807 END) THEN
    RETURN whole::int8;
  END IF;
  IF quiet THEN RETURN NULL; END IF;
  RETURN hn.fail(0::int8, 8115, 'expression', target);
END $$;
CREATE FUNCTION hn.float_to_integer(value float8, target text, quiet bool) RETURNS int8 LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE whole float8 := trunc(value);
BEGIN
  IF whole IS NULL THEN RETURN NULL; END IF;
  IF (CASE target WHEN 'tinyint' THEN whole BETWEEN 0 AND 255 WHEN 'smallint' THEN whole BETWEEN -32768 AND 32767
       WHEN 'int' THEN whole BETWEEN -2147483648 AND 2147483647 ELSE whole >= -9223372036854775808 AND whole < 9223372036854775808 END) THEN
    RETURN whole::int8;
  END IF;
  IF quiet THEN RETURN NULL; END IF;
  RETURN hn.fail(0::int8, 8115, 'expression', target);
END $$;
CREATE FUNCTION hn.to_decimal(value numeric, p int, s int, source text, quiet bool) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN abs(round(value, s)) >= ('1e' || (p - s))::numeric
       THEN CASE WHEN quiet THEN NULL ELSE hn.fail(0::numeric, 8115, source, 'numeric', value::text) END
       ELSE round(value, s) END;
-- The exact decimal value that SQL Server gives a float: 17 significant digits.
CREATE FUNCTION hn.float_exact(value float8) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN value::text::numeric;
CREATE FUNCTION hn.float_to_decimal(value float8, p int, s int, quiet bool) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN abs(value) >= ('1e' || (p - s))::float8
       THEN CASE WHEN quiet THEN NULL ELSE hn.fail(0::numeric, 8115, 'float', 'numeric', value::text) END
       ELSE hn.to_decimal(hn.float_exact(value), p, s, 'float', quiet) END;
CREATE FUNCTION hn.to_money(value numeric, quiet bool) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN round(value, 4) NOT BETWEEN -922337203685477.5808 AND 922337203685477.5807
       THEN CASE WHEN quiet THEN NULL ELSE hn.fail(0::numeric, 8115, 'expression', 'money', value::text) END ELSE round(value, 4) END;
CREATE FUNCTION hn.to_smallmoney(value numeric, quiet bool) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN round(value, 4) NOT BETWEEN -214748.3648 AND 214748.3647
       THEN CASE WHEN quiet THEN NULL ELSE hn.fail(0::numeric, 8115, 'expression', 'smallmoney', value::text) END ELSE round(value, 4) END;

-- Strings to numbers. Blanks around are allowed; an empty string is 0 for integers and an error for decimals.
CREATE FUNCTION hn.string_to_integer(value bpchar, source text, target text, quiet bool) RETURNS int8 LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := btrim(textin(bpcharout(value)), ' '); n numeric;
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF t = '' THEN RETURN 0; END IF;
  IF t !~ '^[+-]? *[0-9]+$' THEN
    IF quiet THEN RETURN NULL; END IF;
    IF target = 'bigint' THEN RETURN hn.fail(0::int8, 8114, source, target); END IF;
    RETURN hn.fail(0::int8, 245, source, textin(bpcharout(value)), target);
  END IF;
  n := replace(t, ' ', '')::numeric;
  IF (CASE target WHEN 'tinyint' THEN n BETWEEN 0 AND 255 WHEN 'smallint' THEN n BETWEEN -32768 AND 32767
       WHEN 'int' THEN n BETWEEN -2147483648 AND 2147483647 ELSE n BETWEEN -9223372036854775808 AND 9223372036854775807 END) THEN
    RETURN n::int8;
  END IF;
  IF quiet THEN RETURN NULL; END IF;
  RETURN CASE target WHEN 'int' THEN hn.fail(0::int8, 248, source, textin(bpcharout(value)))
    WHEN 'tinyint' THEN hn.fail(0::int8, 244, source, textin(bpcharout(value)), 'INT1') WHEN 'smallint' THEN hn.fail(0::int8, 244, source, textin(bpcharout(value)), 'INT2')
    ELSE hn.fail(0::int8, 8115, 'expression', target) END;
END $$;
CREATE FUNCTION hn.string_to_bit(value bpchar, source text, quiet bool) RETURNS int2 LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := lower(btrim(textin(bpcharout(value)), ' '));
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF t = 'true' THEN RETURN 1; END IF;
  IF t = 'false' OR t = '' THEN RETURN 0; END IF;
  IF t ~ '^[+-]?[0-9]+$' THEN RETURN CASE WHEN t ~ '[1-9]' THEN 1 ELSE 0 END; END IF;
  IF quiet THEN RETURN NULL; END IF;
  RETURN hn.fail(0::int2, 245, source, textin(bpcharout(value)), 'bit');
END $$;
CREATE FUNCTION hn.string_to_decimal(value bpchar, source text, p int, s int, quiet bool) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := btrim(textin(bpcharout(value)), ' '); n numeric;
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF t !~ '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$' THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(0::numeric, 8114, source, 'numeric');
  END IF;
  n := round(t::numeric, s);
  IF abs(n) >= ('1e' || (p - s))::numeric THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(0::numeric, 8115, source, 'numeric');
  END IF;
  RETURN n;
END $$;
CREATE FUNCTION hn.string_to_money(value bpchar, small bool, quiet bool) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := btrim(textin(bpcharout(value)), ' '); n numeric;
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF t = '' THEN RETURN 0.0000; END IF;
  IF t !~ '^([+-]? *[$€£¥]?|[$€£¥] *[+-]?) *([0-9][0-9,]*\.?[0-9]*|\.[0-9]+)$' THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(0::numeric, 235);
  END IF;
  n := regexp_replace(t, '[^0-9.+-]', '', 'g')::numeric;
  RETURN CASE WHEN small THEN hn.to_smallmoney(n, quiet) ELSE hn.to_money(n, quiet) END;
END $$;
CREATE FUNCTION hn.string_to_float(value bpchar, source text, target text, quiet bool) RETURNS float8 LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := btrim(textin(bpcharout(value)), ' '); n numeric;
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF t = '' THEN RETURN 0; END IF;
  IF t !~* '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([ed][+-]?[0-9]{1,3})?$' THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(0::float8, 8114, source, target);
  END IF;
  n := translate(t, 'dD', 'ee')::numeric;
  IF abs(n) > (CASE target WHEN 'real' THEN 3.4028235e38 ELSE 1.7976931348623157e308 END) THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(0::float8, 8115, source, target);
  END IF;
  RETURN CASE WHEN n <> 0 AND abs(n) < 2.3e-308 THEN 0 ELSE n::float8 END;
END $$;
CREATE FUNCTION hn.string_to_guid(value bpchar, quiet bool) RETURNS uuid LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := textin(bpcharout(value));
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  -- What follows the 36th character is cut off, as SQL Server does.
  IF t ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}' THEN RETURN left(t, 36)::uuid; END IF;
  IF t ~* '^\{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}' THEN RETURN substr(t, 2, 36)::uuid; END IF;
  IF quiet THEN RETURN NULL; END IF;
  RETURN hn.fail(NULL::uuid, 8169);
END $$;

-- float as text: style 0 has six digits, scientific only where it must be; 1 has eight, 2 sixteen digits, always scientific; 3 is exact.
CREATE FUNCTION hn.float_text(value float8, style int, digits int) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE significant int := CASE style WHEN 0 THEN 6 WHEN 1 THEN 8 WHEN 2 THEN 16 WHEN 3 THEN CASE WHEN digits = 24 THEN 9 ELSE 17 END ELSE 6 END;
  t text COLLATE "C"; mantissa text COLLATE "C"; exponent int;
BEGIN
  IF value = 0 AND style = 0 THEN RETURN '0'; END IF;
  t := to_char(value::text::numeric, '9.' || repeat('9', significant - 1) || 'EEEE');
  t := btrim(t);
  mantissa := split_part(t, 'e', 1);
  exponent := split_part(t, 'e', 2)::int;
  IF style = 3 THEN RETURN value::text; END IF;
  IF style <> 0 THEN
    RETURN mantissa || 'e' || CASE WHEN exponent < 0 THEN '-' ELSE '+' END || lpad(abs(exponent)::text, 3, '0');
  END IF;
  mantissa := regexp_replace(mantissa, '\.?0+$', '');
  IF exponent < -4 OR exponent >= significant THEN
    RETURN mantissa || 'e' || CASE WHEN exponent < 0 THEN '-' ELSE '+' END || lpad(abs(exponent)::text, 3, '0');
  END IF;
  t := (mantissa || 'e' || exponent)::numeric::text;
  RETURN CASE WHEN t LIKE '%.%' THEN regexp_replace(t, '\.?0+$', '') ELSE t END;
END $$;
CREATE FUNCTION hn.money_text(value numeric, style int) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (CASE style WHEN 0 THEN round(value, 2)::text WHEN 1 THEN regexp_replace(btrim(to_char(round(value, 2), '999,999,999,999,990.00')), '^\+', '')
     WHEN 2 THEN round(value, 4)::text ELSE round(value, 4)::text END)::hn.str;
CREATE FUNCTION hn.guid_text(value uuid) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN upper(value::text COLLATE "C")::hn.str;

-- uniqueidentifier and binary: the first three groups are little endian in binary.
CREATE FUNCTION hn.guid_bytes(value uuid) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  decode(regexp_replace(replace(value::text, '-', ''), '^(..)(..)(..)(..)(..)(..)(..)(..)(.*)$', '\4\3\2\1\6\5\8\7\9'), 'hex');
CREATE FUNCTION hn.bytes_guid(value bytea) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  regexp_replace(encode(substr(value || '\x00000000000000000000000000000000'::bytea, 1, 16), 'hex'), '^(..)(..)(..)(..)(..)(..)(..)(..)(.*)$', '\4\3\2\1\6\5\8\7\9')::uuid;
-- The order of uniqueidentifier: the last six bytes decide first.
CREATE FUNCTION hn.guidkey(value uuid) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  substr(hn.guid_bytes(value), 11, 6) || substr(hn.guid_bytes(value), 9, 2) || substr(hn.guid_bytes(value), 7, 2) || substr(hn.guid_bytes(value), 5, 2) || substr(hn.guid_bytes(value), 1, 4);
CREATE FUNCTION hn.guid_of_key(value bytea) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  hn.bytes_guid(substr(value, 13, 4) || substr(value, 11, 2) || substr(value, 9, 2) || substr(value, 7, 2) || substr(value, 1, 6));

CREATE FUNCTION hn.integer_bytes(value int8, n int) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN n <= 8 THEN substr(int8send(value), 9 - n) ELSE decode(repeat('00', n - 8), 'hex') || int8send(value) END;
CREATE FUNCTION hn.hex_text(value bytea, prefixed bool) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (CASE WHEN prefixed THEN '0x' ELSE '' END || upper(encode(value, 'hex')))::hn.str;
CREATE FUNCTION hn.hex_bytes(value bpchar, prefixed bool, quiet bool) RETURNS bytea LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := textin(bpcharout(value));
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF prefixed THEN
    IF t !~* '^0x([0-9a-f]{2})*$' THEN IF quiet THEN RETURN NULL; END IF; RETURN hn.fail(''::bytea, 8114, 'varchar', 'varbinary'); END IF;
    t := substr(t, 3);
  ELSIF t !~* '^([0-9a-f]{2})*$' THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(''::bytea, 8114, 'varchar', 'varbinary');
  END IF;
  RETURN decode(t, 'hex');
END $$;
CREATE FUNCTION hn.from_cp1252(value bytea) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN position('\x00'::bytea IN value) > 0 THEN hn.fail(''::hn.str, 49901, encode(value, 'hex')) ELSE convert_from(value, 'WIN1252')::hn.str END;
CREATE FUNCTION hn.pad_binary(value bytea, n int) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN octet_length(value) >= n THEN substr(value, 1, n) ELSE value || decode(repeat('00', n - octet_length(value)), 'hex') END;

-- Lengths. A conversion cuts; an assignment to a column refuses (2628), but for blanks at the end.
CREATE FUNCTION hn.cut(value bpchar, n int) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.octets(value) <= n THEN value ELSE hn.substr(value, 1, n) END;
CREATE FUNCTION hn.pad(value bpchar, n int) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.chars(value) >= n THEN hn.substr(value, 1, n) ELSE hn.cat(value, repeat(' ', n - hn.chars(value))::bpchar) END;
CREATE FUNCTION hn.fit(value bpchar, n int, table_name text, column_name text) RETURNS bpchar LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF value IS NULL OR hn.octets(value) <= n OR hn.units(value) <= n THEN RETURN value; END IF;
  IF hn.units(hn.rtrim(value)) <= n THEN RETURN hn.substr(value, 1, n); END IF;
  PERFORM hn.fail(0, 2628, table_name, column_name, textin(bpcharout(hn.substr(value, 1, n))));
END $$;
CREATE FUNCTION hn.fit_binary(value bytea, n int, table_name text, column_name text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN octet_length(value) > n THEN hn.fail(value, 2628, table_name, column_name, '0x' || upper(encode(substr(value, 1, n), 'hex'))) ELSE value END;

-- Vectors.
CREATE FUNCTION hn.string_to_vector(value bpchar, n int, quiet bool) RETURNS real[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := btrim(textin(bpcharout(value))); result real[];
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF t !~ '^\[\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?(\s*,\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?)*\s*\]$' THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(result, 42222);
  END IF;
  result := translate(t, '[]', '{}')::real[];
  IF n > 0 AND cardinality(result) <> n THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(result, 42204, n::text, cardinality(result)::text);
  END IF;
  RETURN result;
END $$;
CREATE FUNCTION hn.vector_element(value real) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  regexp_replace(btrim(to_char(value::text::numeric, '9.9999999EEEE')), 'e([+-])(\d\d)$', 'e\10\2')::hn.str;
CREATE FUNCTION hn.vector_text(value real[]) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value IS NOT NULL THEN ('[' || coalesce((SELECT string_agg(textin(bpcharout(hn.vector_element(v))), ',' ORDER BY n) FROM unnest(value) WITH ORDINALITY AS u(v, n)), '') || ']')::hn.str END;
CREATE FUNCTION hn.vector_check(value real[], n int) RETURNS real[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN cardinality(value) <> n THEN hn.fail(value, 42204, n::text, cardinality(value)::text) ELSE value END;
CREATE FUNCTION hn.bytes_integer(value bytea, n int) RETURNS int8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE n WHEN 1 THEN ('x' || right('00' || encode(value, 'hex'), 2))::bit(8)::int8 & 255
         WHEN 2 THEN ('x' || right('0000' || encode(value, 'hex'), 4) || '0000')::bit(32)::int4::int8 >> 16
         WHEN 4 THEN ('x' || right('00000000' || encode(value, 'hex'), 8))::bit(32)::int4::int8
         ELSE ('x' || right('0000000000000000' || encode(value, 'hex'), 16))::bit(64)::int8 END;
-- An integer in a text too short for it: a star in varchar, an error in nvarchar.
CREATE FUNCTION hn.integer_text(value int8, n int, star bool, target text) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value IS NULL THEN NULL WHEN length(value::text) <= n THEN value::text::hn.str WHEN star THEN '*'::hn.str ELSE hn.fail(''::hn.str, 8115, 'expression', target, value::text) END;
CREATE FUNCTION hn.number_text(value bpchar, n int, target text) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.chars(value) > n THEN hn.fail(value, 8115, 'numeric', target) ELSE value END;
CREATE FUNCTION hn.to_json(value bpchar, quiet bool) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value IS NULL OR textin(bpcharout(value)) IS JSON THEN value WHEN quiet THEN NULL
       ELSE hn.fail(''::hn.str, 13609, left(btrim(textin(bpcharout(value))), 1), '0') END;
CREATE FUNCTION hn.tinyint_result(value int4) RETURNS int2 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value < 0 OR value > 255 THEN hn.fail(0::int2, 8115, 'expression', 'tinyint', value::text) ELSE value::int2 END;
