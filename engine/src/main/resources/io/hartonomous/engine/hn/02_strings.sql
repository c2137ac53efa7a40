-- String functions. The ones in LANGUAGE internal are PostgreSQL's own, declared for bpchar so that blanks and collation stay.
CREATE FUNCTION hn.cat(bpchar, bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textcat';
CREATE FUNCTION hn.cat_text(bpchar, text) RETURNS text LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textcat';
CREATE FUNCTION hn.substr(bpchar, int, int) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'text_substr';
CREATE FUNCTION hn.substr(bpchar, int) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'text_substr_no_len';
CREATE FUNCTION hn.right_internal(bpchar, int) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'text_right';
CREATE FUNCTION hn.replace(bpchar, bpchar, bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'replace_text';
CREATE FUNCTION hn.pos(bpchar, bpchar) RETURNS int LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textpos';
CREATE FUNCTION hn.upper_internal(bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'upper';
CREATE FUNCTION hn.lower_internal(bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'lower';
CREATE FUNCTION hn.reverse(bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'text_reverse';
CREATE FUNCTION hn.repeat(bpchar, int) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'repeat';
CREATE FUNCTION hn.ltrim(bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'ltrim1';
CREATE FUNCTION hn.rtrim(bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'rtrim1';
CREATE FUNCTION hn.ltrim(bpchar, bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'ltrim';
CREATE FUNCTION hn.rtrim(bpchar, bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'rtrim';
CREATE FUNCTION hn.trim(bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'btrim1';
CREATE FUNCTION hn.trim(bpchar, bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'btrim';
CREATE FUNCTION hn.like_internal(bpchar, bpchar) RETURNS bool LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textlike';
CREATE FUNCTION hn.chars(bpchar) RETURNS int LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textlen';
CREATE FUNCTION hn.chars_trimmed(bpchar) RETURNS int LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'bpcharlen';
CREATE FUNCTION hn.octets(bpchar) RETURNS int LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textoctetlen';
CREATE FUNCTION hn.ascii_internal(bpchar) RETURNS int LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'ascii';
CREATE FUNCTION hn.chr_internal(int) RETURNS hn.str LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'chr';
CREATE FUNCTION hn.translate_internal(bpchar, bpchar, bpchar) RETURNS bpchar LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'translate';
CREATE FUNCTION hn.string_to_table(bpchar, bpchar) RETURNS SETOF bpchar LANGUAGE internal IMMUTABLE PARALLEL SAFE AS 'text_to_table';


-- UTF-16 units: SQL Server counts a supplementary character twice.
CREATE FUNCTION hn.units(value bpchar) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.octets(value) = hn.chars(value) THEN hn.chars(value)
       ELSE hn.chars(value) + hn.chars(value) - length(regexp_replace(textin(bpcharout(value)), U&'[\+010000-\+10FFFF]', '', 'g')) END;
CREATE FUNCTION hn.len(value bpchar) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.octets(value) = hn.chars(value) THEN hn.chars_trimmed(value) ELSE hn.units(hn.rtrim(value)) END;

CREATE FUNCTION hn.upper(value bpchar) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN hn.upper_internal(value COLLATE "pg_c_utf8");
CREATE FUNCTION hn.lower(value bpchar) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN hn.lower_internal(value COLLATE "pg_c_utf8");

CREATE FUNCTION hn."left"(value bpchar, n int) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN n < 0 THEN hn.fail(value, 537, 'LEFT', n::text) ELSE hn.substr(value, 1, n) END;
CREATE FUNCTION hn."right"(value bpchar, n int) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN n < 0 THEN hn.fail(value, 536, 'RIGHT', n::text) ELSE hn.right_internal(value, n) END;
CREATE FUNCTION hn.substring(value bpchar, start int, n int) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN n < 0 THEN hn.fail(value, 537, 'SUBSTRING', n::text) ELSE hn.substr(value, start, n) END;

-- An empty string is found nowhere, unlike in PostgreSQL.
CREATE FUNCTION hn.charindex(sought bpchar, value bpchar, start int) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found int;
BEGIN
  IF sought IS NULL OR value IS NULL OR start IS NULL THEN RETURN NULL; END IF;
  IF hn.octets(sought) = 0 THEN RETURN 0; END IF;
  IF start <= 1 THEN RETURN hn.pos(value, sought); END IF;
  found := hn.pos(hn.substr(value, start), sought);
  RETURN CASE WHEN found = 0 THEN 0 ELSE found + start - 1 END;
END $$;

CREATE FUNCTION hn.stuff(value bpchar, start int, n int, inserted bpchar) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN start <= 0 OR n < 0 OR start > hn.chars(value) OR start IS NULL OR n IS NULL THEN NULL
       ELSE hn.cat(hn.cat(hn.substr(value, 1, start - 1), coalesce(inserted, '')), hn.substr(value, (start::int8 + n)::int)) END;

CREATE FUNCTION hn.replicate(value bpchar, n int, units int) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN n < 0 THEN NULL WHEN units < 0 THEN hn.repeat(value, n)
       ELSE hn.substr(hn.repeat(value, least(n, units)), 1, units) END;
CREATE FUNCTION hn.space(n int) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN n < 0 THEN NULL ELSE hn.repeat(' '::hn.str, least(n, 8000)) END;

CREATE FUNCTION hn.quotename(value bpchar, quote bpchar) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.units(value) > 128 THEN NULL
       ELSE CASE textin(bpcharout(quote))
         WHEN '[' THEN '[' || replace(textin(bpcharout(value)), ']', ']]') || ']' WHEN ']' THEN '[' || replace(textin(bpcharout(value)), ']', ']]') || ']' WHEN '' THEN '[' || replace(textin(bpcharout(value)), ']', ']]') || ']'
         WHEN '''' THEN '''' || replace(textin(bpcharout(value)), '''', '''''') || '''' WHEN '"' THEN '"' || replace(textin(bpcharout(value)), '"', '""') || '"'
         WHEN '`' THEN '`' || replace(textin(bpcharout(value)), '`', '``') || '`'
         WHEN '(' THEN '(' || replace(textin(bpcharout(value)), ')', '))') || ')' WHEN ')' THEN '(' || replace(textin(bpcharout(value)), ')', '))') || ')'
         WHEN '<' THEN '<' || replace(textin(bpcharout(value)), '>', '>>') || '>' WHEN '>' THEN '<' || replace(textin(bpcharout(value)), '>', '>>') || '>'
         WHEN '{' THEN '{' || replace(textin(bpcharout(value)), '}', '}}') || '}' WHEN '}' THEN '{' || replace(textin(bpcharout(value)), '}', '}}') || '}' END END::hn.str;

-- `from` under its collation: both cases of a letter are replaced.
CREATE FUNCTION hn.translate(value bpchar, sought bpchar, replacements bpchar) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.chars(sought) <> hn.chars(replacements) THEN hn.fail(value, 9828, textin(bpcharout(sought)), textin(bpcharout(replacements)))
       ELSE hn.translate_internal(value, hn.cat(hn.cat(sought, hn.upper(sought)), hn.lower(sought)), hn.cat(hn.cat(replacements, replacements), replacements)) END;

CREATE FUNCTION hn.string_escape(value bpchar) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (CASE WHEN textin(bpcharout(value)) ~ '["\\/\x01-\x1f\x7f]' THEN replace(replace(regexp_replace(to_json(textin(bpcharout(value)))::text, '^"|"$', '', 'g'), '/', '\/'), U&'\007F', '\u007f') ELSE textin(bpcharout(value)) END)::hn.str;

-- Characters that code page 1252 lacks become '?', as SQL Server stores them.
CREATE FUNCTION hn.cp1252_text(value bpchar) RETURNS bpchar LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.octets(value) = hn.chars(value) THEN value
       ELSE hn.cat(''::bpchar, regexp_replace(regexp_replace(textin(bpcharout(value)), U&'[\+010000-\+10FFFF]', '??', 'g'),
         U&'[^\0001-\007F\00A0-\00FF\20AC\201A\0192\201E\2026\2020\2021\02C6\2030\0160\2039\0152\017D\2018\2019\201C\201D\2022\2013\2014\02DC\2122\0161\203A\0153\017E\0178]', '?', 'g')::bpchar) END;
CREATE FUNCTION hn.cp1252(value bpchar) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  convert_to(textin(bpcharout(hn.cp1252_text(value))), 'WIN1252');
CREATE FUNCTION hn.unicode(value bpchar) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.octets(value) = 0 THEN NULL
       WHEN hn.ascii_internal(value) > 65535 THEN 55296 + ((hn.ascii_internal(value) - 65536) >> 10) ELSE hn.ascii_internal(value) END;
-- The first byte in code page 1252, in which varchar is kept.
CREATE FUNCTION hn.ascii(value bpchar) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN hn.octets(value) = 0 THEN NULL WHEN hn.ascii_internal(value) < 128 THEN hn.ascii_internal(value)
       ELSE get_byte(hn.cp1252(hn.substr(value, 1, 1)), 0) END;
CREATE FUNCTION hn.nchar(code int) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN code <= 0 OR code > 65535 OR code BETWEEN 55296 AND 57343 THEN NULL ELSE hn.chr_internal(code) END;
CREATE FUNCTION hn."char"(code int) RETURNS hn.str LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN code <= 0 OR code > 255 THEN NULL WHEN code < 128 THEN hn.chr_internal(code)
       ELSE convert_from(set_byte('\x00'::bytea, 0, code), 'WIN1252')::hn.str END;

CREATE FUNCTION hn.utf16(value bpchar) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE text_value text COLLATE "C" := textin(bpcharout(value)); result text COLLATE "C" := ''; code int; i int;
BEGIN
  IF octet_length(text_value) = length(text_value) THEN
    RETURN decode(regexp_replace(encode(convert_to(text_value, 'UTF8'), 'hex'), '(..)', '\100', 'g'), 'hex');
  END IF;
  FOR i IN 1 .. length(text_value) LOOP
    code := ascii(substr(text_value, i, 1));
    IF code > 65535 THEN
      result := result || lpad(to_hex((55296 + ((code - 65536) >> 10)) & 255), 2, '0') || lpad(to_hex((55296 + ((code - 65536) >> 10)) >> 8), 2, '0')
        || lpad(to_hex((56320 + ((code - 65536) & 1023)) & 255), 2, '0') || lpad(to_hex((56320 + ((code - 65536) & 1023)) >> 8), 2, '0');
    ELSE
      result := result || lpad(to_hex(code & 255), 2, '0') || lpad(to_hex(code >> 8), 2, '0');
    END IF;
  END LOOP;
  RETURN decode(result, 'hex');
END $$;
CREATE FUNCTION hn.from_utf16(value bytea) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE result text COLLATE "C" := ''; unit int; low int; i int := 0; n int := octet_length(value);
BEGIN
  WHILE i < n LOOP
    unit := get_byte(value, i) + CASE WHEN i + 1 < n THEN get_byte(value, i + 1) * 256 ELSE 0 END;
    i := i + 2;
    IF unit BETWEEN 55296 AND 56319 AND i + 1 < n THEN
      low := get_byte(value, i) + get_byte(value, i + 1) * 256;
      i := i + 2;
      unit := 65536 + ((unit - 55296) << 10) + (low - 56320);
    END IF;
    IF unit = 0 THEN PERFORM hn.fail(0, 49901); END IF;
    result := result || chr(unit);
  END LOOP;
  RETURN result::hn.str;
END $$;

-- LIKE and PATINDEX. A T-SQL pattern has sets in brackets and no default escape character. Where it has no set it becomes a pattern of PostgreSQL's LIKE,
-- which honours the collation; else a regular expression on a deterministic copy, without case where the collation is one without case.
CREATE FUNCTION hn.like_pattern(pattern text, escape text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE result text COLLATE "C" := ''; c text COLLATE "C"; i int := 1; close int; n int := length(pattern);
BEGIN
  WHILE i <= n LOOP
    c := substr(pattern, i, 1);
    IF escape IS NOT NULL AND c = escape AND i < n THEN
      i := i + 1;
      result := result || '\' || substr(pattern, i, 1);
    ELSIF c = '[' THEN
      close := strpos(substr(pattern, i + 2), ']');
      IF close = 2 AND substr(pattern, i + 1, 1) NOT IN ('^') THEN RETURN NULL; END IF;
      IF close = 1 AND substr(pattern, i + 1, 1) <> '^' THEN
        result := result || '\' || substr(pattern, i + 1, 1);
        i := i + 2;
      ELSE
        RETURN NULL;
      END IF;
    ELSIF c = '\' THEN result := result || '\\';
    ELSE result := result || c;
    END IF;
    i := i + 1;
  END LOOP;
  RETURN result;
END $$;

CREATE FUNCTION hn.like_regex(pattern text, escape text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE result text COLLATE "C" := ''; c text COLLATE "C"; i int := 1; n int := length(pattern); members text COLLATE "C"; negated bool;
BEGIN
  WHILE i <= n LOOP
    c := substr(pattern, i, 1);
    IF escape IS NOT NULL AND c = escape AND i < n THEN
      i := i + 1;
      result := result || regexp_replace(substr(pattern, i, 1), '([^[:alnum:]\s])', '\\\1');
    ELSIF c = '%' THEN result := result || '.*';
    ELSIF c = '_' THEN result := result || '.';
    ELSIF c = '[' THEN
      negated := false; members := ''; i := i + 1;
      IF substr(pattern, i, 1) = '^' THEN negated := true; i := i + 1; END IF;
      WHILE i <= n AND substr(pattern, i, 1) <> ']' LOOP
        c := substr(pattern, i, 1);
        IF escape IS NOT NULL AND c = escape AND i < n THEN
          i := i + 1;
          c := substr(pattern, i, 1);
          members := members || CASE WHEN c ~ '[[:alnum:][:space:]]' THEN c ELSE '\' || c END;
        ELSIF c = '-' AND members <> '' AND i < n AND substr(pattern, i + 1, 1) <> ']' THEN members := members || '-';
        ELSE members := members || CASE WHEN c ~ '[[:alnum:][:space:]]' THEN c ELSE '\' || c END;
        END IF;
        i := i + 1;
      END LOOP;
      IF i > n THEN RETURN NULL; END IF;
      IF members = '' THEN
        IF negated THEN result := result || '.'; ELSE RETURN NULL; END IF;
      ELSE
        result := result || '[' || CASE WHEN negated THEN '^' ELSE '' END || members || ']';
      END IF;
    ELSE result := result || regexp_replace(c, '([^[:alnum:]\s])', '\\\1');
    END IF;
    i := i + 1;
  END LOOP;
  RETURN result;
END $$;

CREATE FUNCTION hn."like"(value bpchar, pattern bpchar, escape bpchar, ignore_case bool) RETURNS bool LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE converted text; regex text COLLATE "C";
BEGIN
  IF value IS NULL OR pattern IS NULL THEN RETURN NULL; END IF;
  IF escape IS NOT NULL AND hn.chars(escape) <> 1 THEN PERFORM hn.fail(0, 506, textin(bpcharout(escape))); END IF;
  converted := hn.like_pattern(textin(bpcharout(pattern)), textin(bpcharout(escape)));
  IF converted IS NOT NULL THEN RETURN hn.like_internal(value, converted::bpchar); END IF;
  regex := hn.like_regex(textin(bpcharout(pattern)), textin(bpcharout(escape)));
  IF regex IS NULL THEN RETURN false; END IF;
  RETURN CASE WHEN ignore_case THEN textin(bpcharout(value)) COLLATE "pg_c_utf8" ~* ('^(?:' || regex || ')$') ELSE textin(bpcharout(value)) COLLATE "pg_c_utf8" ~ ('^(?:' || regex || ')$') END;
END $$;

-- A set in a pattern known beforehand: the regular expression was made by the translator.
CREATE FUNCTION hn.matches(value bpchar, regex text, ignore_case bool) RETURNS bool LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN ignore_case THEN textin(bpcharout(value)) COLLATE "pg_c_utf8" ~* regex ELSE textin(bpcharout(value)) COLLATE "pg_c_utf8" ~ regex END;

CREATE FUNCTION hn.patindex(pattern bpchar, value bpchar, ignore_case bool) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE body text COLLATE "C" := textin(bpcharout(pattern)); regex text COLLATE "C"; at_start bool; at_end bool;
BEGIN
  IF pattern IS NULL OR value IS NULL THEN RETURN NULL; END IF;
  at_start := left(body, 1) <> '%'; at_end := right(body, 1) <> '%';
  IF NOT at_start THEN body := substr(body, 2); END IF;
  IF NOT at_end AND body <> '' THEN body := left(body, -1); END IF;
  regex := hn.like_regex(body, NULL);
  IF regex IS NULL THEN RETURN 0; END IF;
  RETURN regexp_instr(textin(bpcharout(value)) COLLATE "pg_c_utf8", CASE WHEN at_start THEN '^' ELSE '' END || '(?:' || regex || ')' || CASE WHEN at_end THEN '$' ELSE '' END,
    1, 1, 0, CASE WHEN ignore_case THEN 'i' ELSE 'c' END);
END $$;

-- STRING_SPLIT gives one empty row for an empty string, none for NULL.
CREATE FUNCTION hn.string_split(value bpchar, separator bpchar) RETURNS TABLE (value_out hn.str, ordinal int8) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF value IS NULL THEN RETURN; END IF;
  IF separator IS NULL OR hn.chars(separator) <> 1 THEN PERFORM hn.fail(0, 214, 'separator', 'nchar(1)/nvarchar(1)'); END IF;
  IF hn.octets(value) = 0 THEN RETURN QUERY SELECT ''::hn.str, 1::int8; RETURN; END IF;
  RETURN QUERY SELECT s.v::hn.str, s.n FROM hn.string_to_table(value, separator) WITH ORDINALITY AS s(v, n);
END $$;
