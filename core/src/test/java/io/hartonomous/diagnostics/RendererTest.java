package io.hartonomous.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final SourceFile FILE = new SourceFile("dbo\\v.sql", "SELECT 1\n\tFORM t_x");
  private static final Diagnostic FOUND =
      Diagnostic.of(Code.MERGE_WITHOUT_SEMICOLON, Location.of(FILE, new Span(10, 4)));

  @Test
  void msbuild() {
    assertThat(Renderer.msbuild().render(List.of(FOUND)))
        .isEqualTo("dbo/v.sql(2,2): error SQL46097: this statement must end with a semicolon\n");
    assertThat(
            Renderer.msbuild()
                .render(List.of(Diagnostic.of(Code.MERGE_WITHOUT_SEMICOLON, Location.NONE))))
        .isEqualTo("error SQL46097: this statement must end with a semicolon\n");
  }

  @Test
  void pretty() {
    assertThat(Renderer.pretty(_ -> Optional.of(FILE), false).render(List.of(FOUND)))
        .isEqualTo(
            """
            error SQL46097: this statement must end with a semicolon
              --> dbo/v.sql:2:2
               |
             2 | \tFORM t_x
               | \t^^^^
               = write ; after it

            """);
    assertThat(Renderer.pretty(_ -> Optional.empty(), true).render(List.of(FOUND)))
        .contains("\u001b[1;31merror SQL46097\u001b[0m");
  }

  @Test
  void json() {
    assertThat(Renderer.json().render(List.of(FOUND)))
        .isEqualTo(
            """
            {
              "formatVersion" : 1,
              "errors" : 1,
              "warnings" : 0,
              "diagnostics" : [
                {
                  "id" : "SQL46097",
                  "severity" : "error",
                  "path" : "dbo/v.sql",
                  "line" : 2,
                  "column" : 2,
                  "length" : 4,
                  "message" : "this statement must end with a semicolon",
                  "hint" : "write ; after it"
                }
              ]
            }
            """);
  }

  @Test
  void markdown() {
    assertThat(Renderer.markdown().render(List.of(FOUND)))
        .isEqualTo(
            """
            # Findings

            1 error, 0 warnings.

            ## `dbo/v.sql`

            - [ ] line 2, column 2: error **SQL46097** this statement must end with a semicolon. _write ; after it_
            """);
  }
}
