-- Numbers.
CREATE FUNCTION hn.round_number(value numeric, n int, cut bool) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN cut THEN trunc(value, n) ELSE round(value, n) END;
CREATE FUNCTION hn.round_float(value float8, n int, cut bool) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN cut THEN trunc(value::text::numeric, n)::float8 ELSE round(value::text::numeric, n)::float8 END;
CREATE FUNCTION hn.float_check(value float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value = 'NaN' OR value = 'Infinity' OR value = '-Infinity' THEN hn.fail(value, 3623) ELSE value END;
CREATE FUNCTION hn.sqrt(value float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE WHEN value < 0 THEN hn.fail(value, 3623) ELSE sqrt(value) END;
CREATE FUNCTION hn.log(value float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE WHEN value <= 0 THEN hn.fail(value, 3623) ELSE ln(value) END;
CREATE FUNCTION hn.power(base float8, exponent float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN base < 0 AND exponent <> trunc(exponent) THEN hn.fail(base, 3623, exponent::text) WHEN base = 0 AND exponent < 0 THEN hn.fail(base, 8134, exponent::text) ELSE power(base, exponent) END;

-- STR(number, length, decimals): stars where it does not fit.
CREATE FUNCTION hn.str_number(value float8, n int, decimals int) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE t text COLLATE "C"; places int := least(decimals, 16);
BEGIN
  IF n < 0 OR decimals < 0 THEN RETURN NULL; END IF;
  t := round(value::text::numeric, places)::text;
  IF length(t) > n AND places > 0 THEN
    places := greatest(0, places - (length(t) - n));
    t := round(value::text::numeric, places)::text;
  END IF;
  RETURN (CASE WHEN length(t) > n THEN repeat('*', n) ELSE lpad(t, n, ' ') END)::hn.str;
END $$;

-- Aggregates and variance keep SQL Server's names: STDEV, STDEVP, VAR, VARP are PostgreSQL's stddev_samp and so on.
CREATE FUNCTION hn.hashbytes(algorithm text, value bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE algorithm WHEN 'MD5' THEN decode(md5(value), 'hex') WHEN 'SHA2_256' THEN sha256(value) WHEN 'SHA2_512' THEN sha512(value)
    ELSE hn.fail(value, 49900, 'HASHBYTES with an algorithm other than MD5, SHA2_256 and SHA2_512') END;

CREATE FUNCTION hn.isnumeric(value bpchar) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value IS NULL THEN 0 WHEN btrim(textin(bpcharout(value))) ~* '^[+-]?[$€£¥]?[+-]?([0-9][0-9,]*\.?[0-9]*|\.[0-9]+)([ed][+-]?[0-9]{1,3})?$' THEN 1
       WHEN btrim(textin(bpcharout(value))) IN ('+', '-', '.', '$', ',') THEN 1 ELSE 0 END;

CREATE FUNCTION hn.vector_distance(metric text, a real[], b real[]) RETURNS float8 LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE dot float8; na float8; nb float8;
BEGIN
  IF cardinality(a) <> cardinality(b) THEN RETURN hn.fail(0::float8, 42203, cardinality(a)::text, cardinality(b)::text); END IF;
  CASE metric
    WHEN 'cosine' THEN
      SELECT sum(x::float8 * y), sqrt(sum(x::float8 * x)), sqrt(sum(y::float8 * y)) INTO dot, na, nb FROM unnest(a, b) AS u(x, y);
      RETURN CASE WHEN na = 0 OR nb = 0 THEN NULL ELSE 1 - dot / (na * nb) END;
    WHEN 'euclidean' THEN RETURN (SELECT sqrt(sum((x::float8 - y) * (x::float8 - y))) FROM unnest(a, b) AS u(x, y));
    WHEN 'dot' THEN RETURN (SELECT -sum(x::float8 * y) FROM unnest(a, b) AS u(x, y));
    ELSE RETURN hn.fail(0::float8, 42202, metric);
  END CASE;
END $$;
CREATE FUNCTION hn.vector_norm(value real[], kind text) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  CASE kind WHEN 'norm1' THEN (SELECT sum(abs(v::float8)) FROM unnest(value) v) WHEN 'norm2' THEN (SELECT sqrt(sum(v::float8 * v)) FROM unnest(value) v)
    WHEN 'norminf' THEN (SELECT max(abs(v::float8)) FROM unnest(value) v) ELSE hn.fail(0::float8, 42202, kind) END;
-- After an explicit value for an identity column the numbers go on from it.
CREATE FUNCTION hn.bump_identity(table_name text, column_name text, value numeric) RETURNS int LANGUAGE plpgsql VOLATILE AS $$
DECLARE sequence_name text := pg_get_serial_sequence(table_name, column_name); current_value int8;
BEGIN
  IF value IS NULL OR sequence_name IS NULL THEN RETURN 0; END IF;
  EXECUTE 'SELECT last_value FROM ' || sequence_name INTO current_value;
  IF value >= current_value THEN PERFORM setval(sequence_name, value::int8); END IF;
  RETURN 0;
END $$;

-- sql_variant: the base type, its precision, scale and size in bytes, and the value as text. No part is ever NULL: NULL is the whole alone.
CREATE TYPE hn.variant AS (base text, prec int, scale int, size int, body text);
CREATE FUNCTION hn.variant(body text, base text, prec int, scale int, size int) RETURNS hn.variant LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN body IS NULL THEN NULL ELSE ROW(base, prec, scale, size, body)::hn.variant END
$$;
-- What orders and compares such values: families of types by their rank, then the value within its family.
CREATE TYPE hn.variant_key AS (family int, number numeric, approximate float8, moment timestamp, chars hn.str, bytes bytea);
CREATE FUNCTION hn.variant_key(v hn.variant) RETURNS hn.variant_key LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  RETURN CASE
    WHEN v.base IN ('bit', 'tinyint', 'smallint', 'int', 'bigint', 'decimal', 'numeric', 'money', 'smallmoney') THEN ROW(3, v.body::numeric, NULL, NULL, NULL, NULL)::hn.variant_key
    WHEN v.base IN ('float', 'real') THEN ROW(4, NULL, v.body::float8, NULL, NULL, NULL)::hn.variant_key
    WHEN v.base = 'time' THEN ROW(5, NULL, NULL, timestamp '1900-01-01' + v.body::interval, NULL, NULL)::hn.variant_key
    WHEN v.base = 'datetimeoffset' THEN ROW(5, NULL, NULL, (v.body::hn.datetimeoffset).utc, NULL, NULL)::hn.variant_key
    WHEN v.base IN ('date', 'smalldatetime', 'datetime', 'datetime2') THEN ROW(5, NULL, NULL, v.body::timestamp, NULL, NULL)::hn.variant_key
    WHEN v.base IN ('binary', 'varbinary') THEN ROW(1, NULL, NULL, NULL, NULL, decode(v.body, 'hex'))::hn.variant_key
    WHEN v.base = 'uniqueidentifier' THEN ROW(0, NULL, NULL, NULL, NULL, hn.guidkey(v.body::uuid))::hn.variant_key
    ELSE ROW(2, NULL, NULL, NULL, v.body::hn.str, NULL)::hn.variant_key END;
END $$;
CREATE FUNCTION hn.variant_compare(a hn.variant, b hn.variant) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT btrecordcmp(hn.variant_key(a), hn.variant_key(b)) $$;
CREATE FUNCTION hn.variant_lt(a hn.variant, b hn.variant) RETURNS bool LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT btrecordcmp(hn.variant_key(a), hn.variant_key(b)) < 0 $$;
CREATE FUNCTION hn.variant_le(a hn.variant, b hn.variant) RETURNS bool LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT btrecordcmp(hn.variant_key(a), hn.variant_key(b)) <= 0 $$;
CREATE FUNCTION hn.variant_eq(a hn.variant, b hn.variant) RETURNS bool LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT btrecordcmp(hn.variant_key(a), hn.variant_key(b)) = 0 $$;
CREATE FUNCTION hn.variant_ge(a hn.variant, b hn.variant) RETURNS bool LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT btrecordcmp(hn.variant_key(a), hn.variant_key(b)) >= 0 $$;
CREATE FUNCTION hn.variant_gt(a hn.variant, b hn.variant) RETURNS bool LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT btrecordcmp(hn.variant_key(a), hn.variant_key(b)) > 0 $$;
CREATE OPERATOR hn.< (LEFTARG = hn.variant, RIGHTARG = hn.variant, FUNCTION = hn.variant_lt, COMMUTATOR = OPERATOR(hn.>));
CREATE OPERATOR hn.<= (LEFTARG = hn.variant, RIGHTARG = hn.variant, FUNCTION = hn.variant_le, COMMUTATOR = OPERATOR(hn.>=));
CREATE OPERATOR hn.= (LEFTARG = hn.variant, RIGHTARG = hn.variant, FUNCTION = hn.variant_eq, COMMUTATOR = OPERATOR(hn.=), MERGES);
CREATE OPERATOR hn.>= (LEFTARG = hn.variant, RIGHTARG = hn.variant, FUNCTION = hn.variant_ge, COMMUTATOR = OPERATOR(hn.<=));
CREATE OPERATOR hn.> (LEFTARG = hn.variant, RIGHTARG = hn.variant, FUNCTION = hn.variant_gt, COMMUTATOR = OPERATOR(hn.<));
-- GROUP BY, DISTINCT, UNION and unique indexes take equality from here.
CREATE OPERATOR CLASS hn.variant_ops DEFAULT FOR TYPE hn.variant USING btree AS
  OPERATOR 1 hn.<, OPERATOR 2 hn.<=, OPERATOR 3 hn.=, OPERATOR 4 hn.>=, OPERATOR 5 hn.>, FUNCTION 1 hn.variant_compare(hn.variant, hn.variant);
