-- The types and collations of the embedded engine.
--
-- Strings are `bpchar` without a length under a nondeterministic ICU collation: bpchar compares without trailing blanks, as T-SQL does, and yet stores
-- them; the collation compares without case. PostgreSQL's own cast from bpchar to text strips blanks, so no builtin that takes text is called on such a
-- value: the builtins are declared again for bpchar (02_strings.sql), and `textin(bpcharout(x))` is the one way to text: a function of
-- our own in its place would hand the collation of its argument on, and regular expressions refuse nondeterministic collations.
CREATE SCHEMA hn;

CREATE COLLATION hn.ci_as (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION hn.ci_ai (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
CREATE COLLATION hn.cs_as (provider = icu, locale = 'und-u-ks-level3', deterministic = false);
CREATE COLLATION hn.cs_ai (provider = icu, locale = 'und-u-ks-level1-kc-true', deterministic = false);

CREATE DOMAIN hn.str AS bpchar COLLATE hn.ci_as;
CREATE DOMAIN hn.str_ci_ai AS bpchar COLLATE hn.ci_ai;
CREATE DOMAIN hn.str_cs_as AS bpchar COLLATE hn.cs_as;
CREATE DOMAIN hn.str_cs_ai AS bpchar COLLATE hn.cs_ai;
CREATE DOMAIN hn.str_bin AS bpchar COLLATE "C";

-- An instant in UTC and the offset in which it was written. Comparisons use the instant alone.
CREATE TYPE hn.datetimeoffset AS (utc timestamp, minutes int2);

-- What a date or time was read as: state 0 understood, 1 no date, 2 a date out of range.
CREATE TYPE hn.parsed AS (ts timestamp, minutes int2, state int2);

CREATE SEQUENCE hn.rowversion_sequence AS int8 MINVALUE 1 START 2001;
CREATE FUNCTION hn.next_rowversion() RETURNS bytea LANGUAGE sql VOLATILE
  RETURN int8send(nextval('hn.rowversion_sequence'));

-- Raises an error by SQL Server's number. The text is made in Java from number and arguments (ErrorText), so that there is one place for texts.
-- The first argument only says what type the call stands for. In a function that PostgreSQL puts inline, one argument must come from the function's
-- own: a call of constants alone would be computed, and so raised, while the query is planned.
CREATE FUNCTION hn.fail(kind anyelement, number int, VARIADIC arguments text[]) RETURNS anyelement LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'HN000', MESSAGE = array_to_string(arguments, U&'\001F', ''), DETAIL = number::text;
END $$;
CREATE FUNCTION hn.fail(kind anyelement, number int) RETURNS anyelement LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'HN000', MESSAGE = '', DETAIL = number::text;
END $$;
-- The limit of recursive queries that the statement around a view or function has set.
CREATE FUNCTION hn.max_recursion() RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('hn.max_recursion', true), ''), '100')::int
$$;
