package io.hartonomous.engine.pg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryScriptTest {
  @Test
  void tellsFunctionsAndViewsFromWhatDataDependsOn() {
    LibraryScript script =
        LibraryScript.of(
            """
            -- a comment; with a semicolon
            CREATE SCHEMA x;
            CREATE FUNCTION x.f() RETURNS text LANGUAGE sql AS $$ SELECT ';' $$;
            CREATE TABLE x."t;"  (a text DEFAULT ';');
            CREATE VIEW x.v AS SELECT 1 -- one
              AS a;
            """);
    assertThat(script.layout())
        .isEqualTo("CREATE SCHEMA x;\nCREATE TABLE x.\"t;\" (a text DEFAULT ';');\n");
    assertThat(script.replacements())
        .containsExactly(
            "CREATE OR REPLACE FUNCTION x.f() RETURNS text LANGUAGE sql AS $$ SELECT ';' $$",
            "CREATE OR REPLACE VIEW x.v AS SELECT 1 \n  AS a");
  }
}
