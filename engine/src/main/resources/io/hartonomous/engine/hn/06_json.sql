-- JSON text. `json` keeps the order of members and the spelling of numbers, as SQL Server does; jsonb would not.
-- A path is read into steps: 'k' || name for a member, 'i' || number for an element.
CREATE FUNCTION hn.is_json(value text) RETURNS bool LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN value IS JSON;
CREATE FUNCTION hn.isjson(value bpchar) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value IS NULL THEN NULL WHEN textin(bpcharout(value)) IS JSON OBJECT OR textin(bpcharout(value)) IS JSON ARRAY THEN 1 ELSE 0 END;
CREATE FUNCTION hn.isjson(value bpchar, kind text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN value IS NULL THEN NULL WHEN CASE kind WHEN 'VALUE' THEN textin(bpcharout(value)) IS JSON WHEN 'ARRAY' THEN textin(bpcharout(value)) IS JSON ARRAY
    WHEN 'OBJECT' THEN textin(bpcharout(value)) IS JSON OBJECT ELSE textin(bpcharout(value)) IS JSON SCALAR END THEN 1 ELSE 0 END;

CREATE FUNCTION hn.json_steps(path text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE rest text COLLATE "C" := btrim(path); m text[]; steps text[] := '{}';
BEGIN
  m := regexp_match(rest, '^(lax|strict)\s+(.*)$', 'i');
  IF m IS NOT NULL THEN rest := m[2]; END IF;
  IF left(rest, 7) = 'append ' THEN rest := ltrim(substr(rest, 8)); END IF;
  m := regexp_match(rest, '^(lax|strict)\s+(.*)$', 'i');
  IF m IS NOT NULL THEN rest := m[2]; END IF;
  IF left(rest, 1) <> '$' THEN PERFORM hn.fail(0, 13607, left(rest, 1), '1'); END IF;
  rest := substr(rest, 2);
  WHILE rest <> '' LOOP
    m := regexp_match(rest, '^\.([A-Za-z_$][A-Za-z0-9_$]*)(.*)$');
    IF m IS NOT NULL THEN steps := steps || ('k' || m[1]); rest := m[2]; CONTINUE; END IF;
    m := regexp_match(rest, '^\."((?:[^"\\]|\\.)*)"(.*)$');
    IF m IS NOT NULL THEN steps := steps || ('k' || (('"' || m[1] || '"')::json #>> '{}')); rest := m[2]; CONTINUE; END IF;
    m := regexp_match(rest, '^\[(\d+)\](.*)$');
    IF m IS NOT NULL THEN steps := steps || ('i' || m[1]); rest := m[2]; CONTINUE; END IF;
    PERFORM hn.fail(0, 13607, left(rest, 1), (length(path) - length(rest) + 1)::text);
  END LOOP;
  RETURN steps;
END $$;
CREATE FUNCTION hn.json_strict(path text) RETURNS bool LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN path ~* '^\s*(append\s+)?strict\s';

-- The value at a path; NULL where it is missing, in strict mode error 13608.
CREATE FUNCTION hn.json_at(document text, path text) RETURNS json LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE current json; step text COLLATE "C"; kind text COLLATE "C";
BEGIN
  IF NOT (document IS JSON) THEN PERFORM hn.fail(0, 13609, left(btrim(document, E' \t\r\n'), 1), '0'); END IF;
  current := document::json;
  FOREACH step IN ARRAY hn.json_steps(path) LOOP
    kind := json_typeof(current);
    IF left(step, 1) = 'k' AND kind = 'object' THEN current := current -> substr(step, 2);
    ELSIF left(step, 1) = 'i' AND kind = 'array' THEN current := current -> substr(step, 2)::int;
    ELSE current := NULL;
    END IF;
    IF current IS NULL THEN
      IF hn.json_strict(path) THEN PERFORM hn.fail(0, 13608); END IF;
      RETURN NULL;
    END IF;
  END LOOP;
  RETURN current;
END $$;

CREATE FUNCTION hn.json_value(document bpchar, path bpchar) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found json; result text COLLATE "C";
BEGIN
  IF document IS NULL THEN RETURN NULL; END IF;
  IF path IS NULL THEN PERFORM hn.fail(0, 13607, '', '0'); END IF;
  found := hn.json_at(textin(bpcharout(document)), textin(bpcharout(path)));
  IF found IS NULL THEN RETURN NULL; END IF;
  IF json_typeof(found) IN ('object', 'array') THEN
    IF hn.json_strict(textin(bpcharout(path))) THEN PERFORM hn.fail(0, 13623); END IF;
    RETURN NULL;
  END IF;
  result := found #>> '{}';
  IF length(result) > 4000 THEN
    IF hn.json_strict(textin(bpcharout(path))) THEN PERFORM hn.fail(0, 13625); END IF;
    RETURN NULL;
  END IF;
  RETURN result::hn.str;
END $$;
CREATE FUNCTION hn.json_query(document bpchar, path bpchar) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found json;
BEGIN
  IF document IS NULL THEN RETURN NULL; END IF;
  found := hn.json_at(textin(bpcharout(document)), coalesce(textin(bpcharout(path)), '$'));
  IF found IS NULL THEN RETURN NULL; END IF;
  IF json_typeof(found) NOT IN ('object', 'array') THEN
    IF hn.json_strict(textin(bpcharout(path))) THEN PERFORM hn.fail(0, 13624); END IF;
    RETURN NULL;
  END IF;
  RETURN btrim(found::text, E' \t\r\n')::hn.str;
END $$;
CREATE FUNCTION hn.json_path_exists(document bpchar, path bpchar) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN document IS NULL OR path IS NULL THEN NULL WHEN hn.json_at(textin(bpcharout(document)), textin(bpcharout(path))) IS NULL THEN 0 ELSE 1 END;

-- A string as JSON, the way SQL Server escapes it: also the slash.
CREATE FUNCTION hn.json_string(value bpchar) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  '"' || textin(bpcharout(hn.string_escape(value))) || '"';
-- A date as JSON: no fraction where it is zero.
CREATE FUNCTION hn.json_date(value timestamp, digits int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  '"' || to_char(value, 'YYYY-MM-DD"T"HH24:MI:SS') || CASE WHEN digits > 0 AND extract(microsecond FROM value)::int % 1000000 <> 0
    THEN '.' || left(lpad((extract(microsecond FROM value)::int % 1000000)::text, 6, '0') || '0', digits) ELSE '' END || '"';

-- JSON_MODIFY: sets, appends or deletes (lax mode and NULL) one value. Values beside it keep their text; the objects and arrays on the path to it are
-- written without blanks, where SQL Server keeps the blanks of the document.
CREATE FUNCTION hn.json_set(current json, steps text[], value text, append bool, strict_mode bool) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE step text COLLATE "C" := steps[1]; kind text COLLATE "C" := json_typeof(current); name text COLLATE "C"; member json; parts text[] := '{}'; found bool := false; i int := 0; changed text COLLATE "C";
BEGIN
  IF step IS NULL THEN
    IF append THEN
      IF kind <> 'array' THEN
        IF strict_mode THEN PERFORM hn.fail(0, 13621); END IF;
        RETURN current::text;
      END IF;
      RETURN CASE WHEN json_array_length(current) = 0 THEN '[' || value || ']' ELSE rtrim(rtrim(current::text, E' \t\r\n'), ']') || ',' || value || ']' END;
    END IF;
    RETURN value;
  END IF;
  IF left(step, 1) = 'k' AND kind = 'object' THEN
    FOR name, member IN SELECT key, e.value FROM json_each(current) e LOOP
      IF name = substr(step, 2) AND NOT found THEN
        found := true;
        IF cardinality(steps) = 1 AND NOT append THEN
          IF value IS NULL AND NOT strict_mode THEN CONTINUE; END IF;
          changed := coalesce(value, 'null');
        ELSE
          changed := hn.json_set(member, steps[2:], value, append, strict_mode);
        END IF;
        parts := parts || (to_json(name)::text || ':' || changed);
      ELSE
        parts := parts || (to_json(name)::text || ':' || member::text);
      END IF;
    END LOOP;
    IF NOT found THEN
      IF strict_mode THEN PERFORM hn.fail(0, 13608); END IF;
      -- Only the last step of a path is made; a missing step before it leaves the document as it is.
      IF cardinality(steps) = 1 AND value IS NOT NULL THEN
        parts := parts || (to_json(substr(step, 2))::text || ':' || CASE WHEN append THEN '[' || value || ']' ELSE value END);
      ELSE
        RETURN current::text;
      END IF;
    END IF;
    RETURN '{' || array_to_string(parts, ',') || '}';
  ELSIF left(step, 1) = 'i' AND kind = 'array' THEN
    FOR member IN SELECT e.value FROM json_array_elements(current) e LOOP
      IF i = substr(step, 2)::int THEN
        found := true;
        parts := parts || CASE WHEN cardinality(steps) = 1 AND NOT append THEN coalesce(value, 'null') ELSE hn.json_set(member, steps[2:], value, append, strict_mode) END;
      ELSE
        parts := parts || member::text;
      END IF;
      i := i + 1;
    END LOOP;
    IF NOT found AND strict_mode THEN PERFORM hn.fail(0, 13608); END IF;
    RETURN CASE WHEN found THEN '[' || array_to_string(parts, ',') || ']' ELSE current::text END;
  END IF;
  IF strict_mode THEN PERFORM hn.fail(0, 13608); END IF;
  RETURN current::text;
END $$;
-- `value` is JSON already (a number, a quoted string, an object that JSON_QUERY or FOR JSON made) or NULL.
CREATE FUNCTION hn.json_modify(document bpchar, path bpchar, value text) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := textin(bpcharout(document)); p text COLLATE "C" := textin(bpcharout(path)); append bool := p ~* '^\s*((lax|strict)\s+)?append\s';
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF NOT (t IS JSON) THEN PERFORM hn.fail(0, 13609, left(btrim(t, E' \t\r\n'), 1), '0'); END IF;
  RETURN hn.json_set(t::json, hn.json_steps(p), CASE WHEN append THEN coalesce(value, 'null') ELSE value END, append, hn.json_strict(p))::hn.str;
END $$;

-- OPENJSON without a schema. Types: 0 null, 1 string, 2 number, 3 true or false, 4 array, 5 object.
CREATE FUNCTION hn.openjson_root(document bpchar, path bpchar) RETURNS json LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE t text COLLATE "C" := textin(bpcharout(document)); found json;
BEGIN
  IF t IS NULL THEN RETURN NULL; END IF;
  IF NOT (t IS JSON OBJECT OR t IS JSON ARRAY) THEN PERFORM hn.fail(0, 13609, left(btrim(t, E' \t\r\n'), 1), '0'); END IF;
  found := hn.json_at(t, coalesce(textin(bpcharout(path)), '$'));
  IF found IS NULL OR json_typeof(found) NOT IN ('object', 'array') THEN
    IF found IS NOT NULL AND hn.json_strict(textin(bpcharout(path))) THEN PERFORM hn.fail(0, 13611); END IF;
    RETURN NULL;
  END IF;
  RETURN found;
END $$;
CREATE FUNCTION hn.openjson(document bpchar, path bpchar) RETURNS TABLE (key hn.str_bin, value hn.str, type int2) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE root json := hn.openjson_root(document, path);
BEGIN
  IF root IS NULL THEN RETURN; END IF;
  IF json_typeof(root) = 'object' THEN
    RETURN QUERY SELECT e.key::hn.str_bin, (e.value #>> '{}')::hn.str,
      (CASE json_typeof(e.value) WHEN 'null' THEN 0 WHEN 'string' THEN 1 WHEN 'number' THEN 2 WHEN 'boolean' THEN 3 WHEN 'array' THEN 4 ELSE 5 END)::int2 FROM json_each(root) e;
  ELSE
    RETURN QUERY SELECT (e.n - 1)::text::hn.str_bin, (e.value #>> '{}')::hn.str,
      (CASE json_typeof(e.value) WHEN 'null' THEN 0 WHEN 'string' THEN 1 WHEN 'number' THEN 2 WHEN 'boolean' THEN 3 WHEN 'array' THEN 4 ELSE 5 END)::int2
      FROM json_array_elements(root) WITH ORDINALITY AS e(value, n);
  END IF;
END $$;
-- The rows of OPENJSON ... WITH: the elements of an array, or the object itself.
CREATE FUNCTION hn.openjson_rows(document bpchar, path bpchar) RETURNS TABLE (element hn.str) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE root json := hn.openjson_root(document, path);
BEGIN
  IF root IS NULL THEN RETURN; END IF;
  IF json_typeof(root) = 'object' THEN RETURN QUERY SELECT root::text::hn.str;
  ELSE RETURN QUERY SELECT e.value::text::hn.str FROM json_array_elements(root) AS e(value);
  END IF;
END $$;
-- A column of OPENJSON ... WITH: as JSON_VALUE, but of any length.
CREATE FUNCTION hn.openjson_value(document bpchar, path bpchar) RETURNS hn.str LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found json := hn.json_at(textin(bpcharout(document)), textin(bpcharout(path)));
BEGIN
  IF found IS NULL THEN RETURN NULL; END IF;
  IF json_typeof(found) IN ('object', 'array') THEN
    IF hn.json_strict(textin(bpcharout(path))) THEN PERFORM hn.fail(0, 13624); END IF;
    RETURN NULL;
  END IF;
  RETURN (found #>> '{}')::hn.str;
END $$;
CREATE FUNCTION hn.xml_text(value bpchar) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  replace(replace(replace(textin(bpcharout(value)), '&', '&amp;'), '<', '&lt;'), '>', '&gt;');
