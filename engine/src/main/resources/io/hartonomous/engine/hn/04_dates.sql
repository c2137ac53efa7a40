-- Dates and times. `timestamp` stands for datetime, smalldatetime and datetime2; a fraction beyond microseconds does not exist in PostgreSQL.
CREATE FUNCTION hn.to_datetime(value timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  -- datetime counts 1/300 s.
  CASE WHEN value < '1753-01-01' OR value >= '10000-01-01' THEN hn.fail(value, 242, 'datetime2', 'datetime') ELSE
  date_trunc('second', value) + make_interval(secs => round(round((extract(microsecond FROM value)::int % 1000000) * 300 / 1000000.0) * 10 / 3.0 / 1000.0, 3)::float8) END;
CREATE FUNCTION hn.to_smalldatetime(value timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value < '1900-01-01' OR value > '2079-06-06 23:59:29.998' THEN hn.fail(value, 242, 'datetime2', 'smalldatetime')
       ELSE date_trunc('minute', value + interval '30.001 seconds') END;
CREATE FUNCTION hn.to_datetime2(value timestamp, scale int) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE scale WHEN 0 THEN value::timestamp(0) WHEN 1 THEN value::timestamp(1) WHEN 2 THEN value::timestamp(2) WHEN 3 THEN value::timestamp(3)
    WHEN 4 THEN value::timestamp(4) WHEN 5 THEN value::timestamp(5) ELSE value END;
CREATE FUNCTION hn.to_time(value time, scale int) RETURNS time LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE scale WHEN 0 THEN ('2000-01-01'::date + value)::timestamp(0)::time WHEN 1 THEN ('2000-01-01'::date + value)::timestamp(1)::time
    WHEN 2 THEN ('2000-01-01'::date + value)::timestamp(2)::time WHEN 3 THEN ('2000-01-01'::date + value)::timestamp(3)::time
    WHEN 4 THEN ('2000-01-01'::date + value)::timestamp(4)::time WHEN 5 THEN ('2000-01-01'::date + value)::timestamp(5)::time ELSE value END;

-- The clock: one value for a statement.
CREATE FUNCTION hn.getdate() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE RETURN hn.to_datetime(statement_timestamp()::timestamp);
CREATE FUNCTION hn.getutcdate() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE RETURN hn.to_datetime(statement_timestamp() AT TIME ZONE 'UTC');
CREATE FUNCTION hn.sysdatetime() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE RETURN statement_timestamp()::timestamp;
CREATE FUNCTION hn.sysutcdatetime() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE RETURN statement_timestamp() AT TIME ZONE 'UTC';
CREATE FUNCTION hn.sysdatetimeoffset() RETURNS hn.datetimeoffset LANGUAGE sql STABLE PARALLEL SAFE RETURN
  ROW(statement_timestamp() AT TIME ZONE 'UTC', (extract(timezone FROM statement_timestamp()) / 60)::int2)::hn.datetimeoffset;
-- The time of temporal tables: one for a transaction.
CREATE FUNCTION hn.transaction_time() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE RETURN transaction_timestamp() AT TIME ZONE 'UTC';

-- Reads a date. `style` 103, 104, 105 (and 3, 4, 5) say that the day stands first; `legacy` is for datetime and smalldatetime, which take at most three
-- digits of a fraction and no offset.
CREATE FUNCTION hn.parse_date(value bpchar, style int, legacy bool) RETURNS hn.parsed LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := btrim(textin(bpcharout(value)), ' '); m text[]; y int; mo int; d int; h int := 0; mi int := 0; s int := 0; us int := 0; off int; rest text COLLATE "C" := ''; f text COLLATE "C";
BEGIN
  IF t = '' THEN RETURN ROW(timestamp '1900-01-01', NULL, 0)::hn.parsed; END IF;
  y := 1900; mo := 1; d := 1;
  m := regexp_match(t, '^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]| +|$)(.*)$');
  IF m IS NOT NULL AND (length(m[4]) = 0 OR substr(t, length(t) - length(m[4]), 1) ~ '[Tt ]') THEN
    y := m[1]; mo := m[2]; d := m[3]; rest := m[4];
    IF t ~ '[Tt]' AND rest = '' THEN RETURN ROW(NULL, NULL, 1)::hn.parsed; END IF;
  ELSE
    m := regexp_match(t, '^(\d{4})(\d{2})(\d{2})(?: +(.*))?$');
    IF m IS NOT NULL THEN
      y := m[1]; mo := m[2]; d := m[3]; rest := coalesce(m[4], '');
    ELSE
      m := regexp_match(t, '^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?: +(.*))?$');
      IF m IS NOT NULL THEN
        y := m[1]; mo := m[2]; d := m[3]; rest := coalesce(m[4], '');
      ELSE
        m := regexp_match(t, '^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?: +(.*))?$');
        IF m IS NOT NULL THEN
          y := m[4]; rest := coalesce(m[5], '');
          IF style IN (3, 4, 5, 13, 103, 104, 105, 113) THEN d := m[1]; mo := m[3]; ELSE mo := m[1]; d := m[3]; END IF;
          IF length(m[4]) = 2 THEN y := CASE WHEN y < 50 THEN 2000 + y ELSE 1900 + y END; END IF;
        ELSE
          m := regexp_match(lower(t), '^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* +(\d{1,2}),? +(\d{4})(?: +(.*))?$');
          IF m IS NOT NULL THEN
            mo := (strpos('janfebmaraprmayjunjulaugsepoctnovdec', m[1]) + 2) / 3; d := m[2]; y := m[3]; rest := coalesce(m[4], '');
          ELSE
            m := regexp_match(lower(t), '^(\d{1,2})[ -]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?[ -]*(\d{4})(?: +(.*))?$');
            IF m IS NOT NULL THEN
              mo := (strpos('janfebmaraprmayjunjulaugsepoctnovdec', m[2]) + 2) / 3; d := m[1]; y := m[3]; rest := coalesce(m[4], '');
            ELSE
              m := regexp_match(t, '^\d{4}$');
              IF m IS NOT NULL THEN y := t; ELSE rest := t; END IF;
            END IF;
          END IF;
        END IF;
      END IF;
    END IF;
  END IF;
  IF rest <> '' THEN
    m := regexp_match(rest, '^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.:](\d{1,9}))?)?)? *([AaPp][Mm])?(?: *([Zz]|[+-]\d{1,2}:\d{2}))?$');
    IF m IS NULL OR m[2] IS NULL AND m[5] IS NULL THEN RETURN ROW(NULL, NULL, 1)::hn.parsed; END IF;
    h := m[1]; mi := coalesce(m[2], '0'); s := coalesce(m[3], '0'); f := coalesce(m[4], '');
    IF legacy AND (length(f) > 3 OR m[6] IS NOT NULL AND upper(m[6]) <> 'Z') OR length(f) > 7 THEN RETURN ROW(NULL, NULL, 1)::hn.parsed; END IF;
    -- A seventh digit is cut: rounded, the last moment of the year 9999 would fall out of range.
    us := left(rpad(f, 6, '0'), 6)::int;
    IF m[5] IS NOT NULL THEN
      IF h > 12 OR h = 0 THEN RETURN ROW(NULL, NULL, 1)::hn.parsed; END IF;
      h := h % 12 + CASE WHEN lower(m[5]) = 'pm' THEN 12 ELSE 0 END;
    END IF;
    IF m[6] IS NOT NULL THEN
      off := CASE WHEN upper(m[6]) = 'Z' THEN 0 ELSE (split_part(m[6], ':', 1) || '1')::int / 10 * 60
        + CASE WHEN m[6] LIKE '-%' THEN -1 ELSE 1 END * split_part(m[6], ':', 2)::int END;
      IF abs(off) > 840 THEN RETURN ROW(NULL, NULL, 1)::hn.parsed; END IF;
    END IF;
  END IF;
  IF y < 1 OR mo < 1 OR mo > 12 OR d < 1 OR d > 31 OR d > extract(day FROM make_date(y, mo, 1) + interval '1 month' - interval '1 day') OR h > 23 OR mi > 59 OR s > 59
     OR legacy AND y < 1753 THEN
    RETURN ROW(NULL, NULL, 2)::hn.parsed;
  END IF;
  RETURN ROW(make_date(y, mo, d) + make_time(h, mi, s) + make_interval(secs => us / 1000000.0), off, 0)::hn.parsed;
END $$;

CREATE FUNCTION hn.string_to_timestamp(value bpchar, source text, target text, scale int, style int, quiet bool) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE p hn.parsed; legacy bool := target IN ('datetime', 'smalldatetime');
BEGIN
  IF value IS NULL THEN RETURN NULL; END IF;
  p := hn.parse_date(value, style, legacy);
  IF p.state = 0 AND target = 'smalldatetime' AND (p.ts < '1900-01-01' OR p.ts > '2079-06-06 23:59:29.998') THEN p.state := 2; END IF;
  IF p.state <> 0 THEN
    IF quiet THEN RETURN NULL; END IF;
    IF p.state = 2 AND legacy THEN RETURN hn.fail(NULL::timestamp, 242, source, target); END IF;
    IF target = 'smalldatetime' THEN RETURN hn.fail(NULL::timestamp, 295); END IF;
    RETURN hn.fail(NULL::timestamp, 241);
  END IF;
  RETURN CASE target WHEN 'datetime' THEN hn.to_datetime(p.ts) WHEN 'smalldatetime' THEN hn.to_smalldatetime(p.ts) ELSE hn.to_datetime2(p.ts, scale) END;
END $$;
CREATE FUNCTION hn.string_to_date(value bpchar, style int, quiet bool) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  hn.string_to_timestamp(value, 'varchar', 'date', 7, style, quiet)::date;
CREATE FUNCTION hn.string_to_time(value bpchar, scale int, style int, quiet bool) RETURNS time LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  hn.to_time(hn.string_to_timestamp(value, 'varchar', 'time', 7, style, quiet)::time, scale);
CREATE FUNCTION hn.string_to_datetimeoffset(value bpchar, scale int, style int, quiet bool) RETURNS hn.datetimeoffset LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE p hn.parsed;
BEGIN
  IF value IS NULL THEN RETURN NULL; END IF;
  p := hn.parse_date(value, style, false);
  IF p.state <> 0 THEN
    IF quiet THEN RETURN NULL; END IF;
    RETURN hn.fail(NULL::hn.datetimeoffset, 241);
  END IF;
  RETURN ROW(hn.to_datetime2(p.ts, scale) - make_interval(mins => coalesce(p.minutes, 0)), coalesce(p.minutes, 0))::hn.datetimeoffset;
END $$;
CREATE FUNCTION hn.offset_local(value hn.datetimeoffset) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (value).utc + make_interval(mins => (value).minutes);
CREATE FUNCTION hn.to_datetimeoffset(value timestamp, minutes int) RETURNS hn.datetimeoffset LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value IS NOT NULL AND minutes IS NOT NULL THEN ROW(value - make_interval(mins => minutes), minutes::int2)::hn.datetimeoffset END;
CREATE FUNCTION hn.offset_minutes(value bpchar) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := textin(bpcharout(value));
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF t !~ '^[+-]\d{2}:\d{2}$' OR abs(substr(t, 2, 2)::int * 60 + substr(t, 5, 2)::int) > 840 THEN RETURN hn.fail(0, 9812); END IF;
  RETURN (left(t, 1) || '1')::int * (substr(t, 2, 2)::int * 60 + substr(t, 5, 2)::int);
END $$;
CREATE FUNCTION hn.offset_text(minutes int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN minutes < 0 THEN '-' ELSE '+' END || lpad((abs(minutes) / 60)::text, 2, '0') || ':' || lpad((abs(minutes) % 60)::text, 2, '0');

-- A date as text by CONVERT's style. `digits`: of the fraction, 3 for datetime. `kind`: date, time, datetime, datetime2.
CREATE FUNCTION hn.date_text(value timestamp, style int, digits int, kind text, minutes int) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE f text COLLATE "C"; fraction text COLLATE "C"; pattern text COLLATE "C"; date_part text COLLATE "C"; time_part text COLLATE "C"; result text COLLATE "C";
BEGIN
  IF value IS NULL THEN RETURN NULL; END IF;
  f := lpad((extract(microsecond FROM value)::int % 1000000)::text, 6, '0') || '0';
  fraction := left(f, digits);
  -- Styles of a date and time, by what they are for a date, and whether a time follows.
  date_part := CASE style WHEN 0 THEN 'Mon DD YYYY' WHEN 100 THEN 'Mon DD YYYY' WHEN 9 THEN 'Mon DD YYYY' WHEN 109 THEN 'Mon DD YYYY'
    WHEN 1 THEN 'MM/DD/YY' WHEN 101 THEN 'MM/DD/YYYY' WHEN 2 THEN 'YY.MM.DD' WHEN 102 THEN 'YYYY.MM.DD' WHEN 3 THEN 'DD/MM/YY' WHEN 103 THEN 'DD/MM/YYYY'
    WHEN 4 THEN 'DD.MM.YY' WHEN 104 THEN 'DD.MM.YYYY' WHEN 5 THEN 'DD-MM-YY' WHEN 105 THEN 'DD-MM-YYYY' WHEN 6 THEN 'DD Mon YY' WHEN 106 THEN 'DD Mon YYYY'
    WHEN 7 THEN 'Mon DD, YY' WHEN 107 THEN 'Mon DD, YYYY' WHEN 10 THEN 'MM-DD-YY' WHEN 110 THEN 'MM-DD-YYYY' WHEN 11 THEN 'YY/MM/DD' WHEN 111 THEN 'YYYY/MM/DD'
    WHEN 12 THEN 'YYMMDD' WHEN 112 THEN 'YYYYMMDD' WHEN 13 THEN 'DD Mon YYYY' WHEN 113 THEN 'DD Mon YYYY' WHEN 20 THEN 'YYYY-MM-DD' WHEN 120 THEN 'YYYY-MM-DD'
    WHEN 21 THEN 'YYYY-MM-DD' WHEN 25 THEN 'YYYY-MM-DD' WHEN 121 THEN 'YYYY-MM-DD' WHEN 23 THEN 'YYYY-MM-DD' WHEN 126 THEN 'YYYY-MM-DD' WHEN 127 THEN 'YYYY-MM-DD'
    WHEN 22 THEN 'MM/DD/YY' WHEN 8 THEN '' WHEN 108 THEN '' WHEN 14 THEN '' WHEN 114 THEN '' WHEN 24 THEN '' END;
  IF date_part IS NULL THEN RETURN hn.fail(''::hn.str, 281, style::text, kind); END IF;
  IF date_part <> '' THEN date_part := to_char(value, date_part); END IF;
  -- SQL Server pads the day with a blank in the styles that begin with the month's name.
  IF style IN (0, 100, 9, 109) THEN date_part := to_char(value, 'Mon ') || lpad(extract(day FROM value)::text, 2, ' ') || to_char(value, ' YYYY'); END IF;
  time_part := CASE
    WHEN style IN (0, 100) THEN lpad(to_char(value, 'FMHH12'), 2, ' ') || to_char(value, ':MIAM')
    WHEN style IN (9, 109) THEN lpad(to_char(value, 'FMHH12'), 2, ' ') || to_char(value, ':MI:SS') || CASE WHEN digits > 0 THEN CASE kind WHEN 'datetime' THEN ':' ELSE '.' END || fraction ELSE '' END || to_char(value, 'AM')
    WHEN style IN (8, 108, 24) THEN to_char(value, 'HH24:MI:SS')
    WHEN style IN (13, 113, 14, 114) THEN to_char(value, 'HH24:MI:SS') || CASE WHEN digits > 0 THEN CASE kind WHEN 'datetime' THEN ':' ELSE '.' END || fraction ELSE '' END
    WHEN style IN (20, 120) THEN to_char(value, 'HH24:MI:SS')
    WHEN style IN (21, 121, 25) THEN to_char(value, 'HH24:MI:SS') || CASE WHEN digits > 0 THEN '.' || fraction ELSE '' END
    WHEN style = 22 THEN lpad(to_char(value, 'FMHH12'), 2, ' ') || to_char(value, ':MI:SS AM')
    WHEN style IN (126, 127) THEN to_char(value, 'HH24:MI:SS') || CASE WHEN digits > 0 AND (kind <> 'datetime' OR fraction <> '000') THEN '.' || fraction ELSE '' END
    ELSE '' END;
  result := CASE kind WHEN 'date' THEN date_part WHEN 'time' THEN time_part
    ELSE date_part || CASE WHEN date_part = '' OR time_part = '' THEN '' WHEN style IN (126, 127) THEN 'T' ELSE ' ' END || time_part END;
  IF result = '' THEN RETURN hn.fail(''::hn.str, 281, style::text, kind); END IF;
  IF minutes IS NOT NULL THEN
    result := result || CASE WHEN style = 127 THEN 'Z' WHEN style = 126 THEN hn.offset_text(minutes) ELSE ' ' || hn.offset_text(minutes) END;
  END IF;
  RETURN result::hn.str;
END $$;

-- DATEADD on a timestamp. Errors: 517 where the result leaves the type's range.
CREATE FUNCTION hn.dateadd(part text, n int8, value timestamp) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE result timestamp;
BEGIN
  BEGIN
    result := CASE part
      WHEN 'year' THEN value + make_interval(months => (n * 12)::int) WHEN 'quarter' THEN value + make_interval(months => (n * 3)::int)
      WHEN 'month' THEN value + make_interval(months => n::int) WHEN 'week' THEN value + make_interval(days => (n * 7)::int)
      WHEN 'day' THEN value + make_interval(days => n::int) WHEN 'hour' THEN value + n * interval '1 hour' WHEN 'minute' THEN value + n * interval '1 minute'
      WHEN 'second' THEN value + n * interval '1 second' WHEN 'millisecond' THEN value + n * interval '1 millisecond'
      WHEN 'microsecond' THEN value + n * interval '1 microsecond' WHEN 'nanosecond' THEN value + (n / 1000) * interval '1 microsecond' END;
  EXCEPTION WHEN numeric_value_out_of_range OR datetime_field_overflow OR interval_field_overflow THEN
    result := NULL;
  END;
  IF result IS NULL OR result < '0001-01-01' OR result >= '10000-01-01' THEN RETURN hn.fail(value, 517, 'datetime2'); END IF;
  RETURN result;
END $$;
-- The common parts, without a block that costs a subtransaction.
CREATE FUNCTION hn.dateadd_days(n int8, value timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN n BETWEEN -3652059 AND 3652059 AND value + make_interval(days => n::int) >= '0001-01-01' AND value + make_interval(days => n::int) < '10000-01-01'
       THEN value + make_interval(days => n::int) WHEN n IS NOT NULL AND value IS NOT NULL THEN hn.fail(value, 517, 'datetime2', n::text) END;

-- DATEDIFF counts the boundaries that lie between, not the time that went by. Weeks begin on Sunday, whatever DATEFIRST says.
CREATE FUNCTION hn.datediff(part text, first timestamp, second timestamp) RETURNS int8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE part
    WHEN 'year' THEN (extract(year FROM second) - extract(year FROM first))::int8
    WHEN 'quarter' THEN ((extract(year FROM second) - extract(year FROM first)) * 4 + extract(quarter FROM second) - extract(quarter FROM first))::int8
    WHEN 'month' THEN ((extract(year FROM second) - extract(year FROM first)) * 12 + extract(month FROM second) - extract(month FROM first))::int8
    WHEN 'day' THEN (second::date - first::date)::int8
    WHEN 'week' THEN (((second::date - '0001-01-07'::date) + 70) / 7 - ((first::date - '0001-01-07'::date) + 70) / 7)::int8
    WHEN 'hour' THEN (extract(epoch FROM date_trunc('hour', second)) - extract(epoch FROM date_trunc('hour', first)))::int8 / 3600
    WHEN 'minute' THEN (extract(epoch FROM date_trunc('minute', second)) - extract(epoch FROM date_trunc('minute', first)))::int8 / 60
    WHEN 'second' THEN (extract(epoch FROM date_trunc('second', second)) - extract(epoch FROM date_trunc('second', first)))::int8
    WHEN 'millisecond' THEN ((extract(epoch FROM date_trunc('milliseconds', second)) - extract(epoch FROM date_trunc('milliseconds', first))) * 1000)::int8
    WHEN 'microsecond' THEN ((extract(epoch FROM second) - extract(epoch FROM first)) * 1000000)::int8
    WHEN 'nanosecond' THEN ((extract(epoch FROM second) - extract(epoch FROM first)) * 1000000)::int8 * 1000 END;
CREATE FUNCTION hn.datediff_int(value int8) RETURNS int4 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value NOT BETWEEN -2147483648 AND 2147483647 THEN hn.fail(0, 535, value::text) ELSE value::int4 END;

-- DATEPART under DATEFIRST 7 (us_english). `value` is a local time; `minutes` its offset where it has one.
CREATE FUNCTION hn.datepart(part text, value timestamp) RETURNS int4 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (CASE part
    WHEN 'year' THEN extract(year FROM value) WHEN 'quarter' THEN extract(quarter FROM value) WHEN 'month' THEN extract(month FROM value)
    WHEN 'dayofyear' THEN extract(doy FROM value) WHEN 'day' THEN extract(day FROM value)
    WHEN 'week' THEN floor((extract(doy FROM value) - 1 + extract(dow FROM date_trunc('year', value))) / 7) + 1
    WHEN 'weekday' THEN extract(dow FROM value) + 1 WHEN 'hour' THEN extract(hour FROM value) WHEN 'minute' THEN extract(minute FROM value)
    WHEN 'second' THEN floor(extract(second FROM value)) WHEN 'millisecond' THEN floor(extract(microsecond FROM value)::int % 1000000 / 1000)
    WHEN 'microsecond' THEN extract(microsecond FROM value)::int % 1000000 WHEN 'nanosecond' THEN (extract(microsecond FROM value)::int % 1000000) * 1000
    WHEN 'iso_week' THEN extract(week FROM value) END)::int4;
CREATE FUNCTION hn.datename(part text, value timestamp) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (CASE part WHEN 'month' THEN to_char(value, 'FMMonth') WHEN 'weekday' THEN to_char(value, 'FMDay') ELSE hn.datepart(part, value)::text END)::hn.str;
CREATE FUNCTION hn.datetrunc(part text, value timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE part WHEN 'week' THEN date_trunc('day', value) - make_interval(days => extract(dow FROM value)::int) WHEN 'iso_week' THEN date_trunc('week', value)
    WHEN 'dayofyear' THEN date_trunc('day', value) ELSE date_trunc(part, value) END;
CREATE FUNCTION hn.eomonth(value date, n int) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (date_trunc('month', value::timestamp) + make_interval(months => coalesce(n, 0) + 1) - interval '1 day')::date;
CREATE FUNCTION hn.datefromparts(y int, m int, d int) RETURNS date LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF y NOT BETWEEN 1 AND 9999 OR m NOT BETWEEN 1 AND 12 OR d < 1 OR d > extract(day FROM make_date(y, m, 1) + interval '1 month' - interval '1 day') THEN
    RETURN hn.fail(NULL::date, 289, 'date');
  END IF;
  RETURN make_date(y, m, d);
END $$;
CREATE FUNCTION hn.timefromparts(h int, mi int, s int, fraction int, scale int) RETURNS time LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF h NOT BETWEEN 0 AND 23 OR mi NOT BETWEEN 0 AND 59 OR s NOT BETWEEN 0 AND 59 OR fraction < 0 OR fraction >= 10 ^ scale THEN RETURN hn.fail(NULL::time, 289, 'time'); END IF;
  RETURN make_time(h, mi, s) + make_interval(secs => fraction / 10.0 ^ scale);
END $$;
CREATE FUNCTION hn.datetime2fromparts(y int, m int, d int, h int, mi int, s int, fraction int, scale int) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  hn.datefromparts(y, m, d) + hn.timefromparts(h, mi, s, fraction, scale);
