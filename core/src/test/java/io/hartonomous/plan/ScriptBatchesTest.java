package io.hartonomous.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptBatchesTest {
  private static List<Batch> split(String text, Map<String, String> variables) {
    return ScriptBatches.split(new DeploymentScript("Post.sql", text), variables);
  }

  @Test
  void goDividesBatchesAndCounts() {
    List<Batch> batches = split("SELECT 1;\nGO\n\nPRINT 'a\nGO\n';\ngo 3\nSELECT 2", Map.of());
    assertThat(batches)
        .extracting(b -> b.sql().strip())
        .containsExactly("SELECT 1;", "PRINT 'a\nGO\n';", "SELECT 2");
    assertThat(batches).extracting(Batch::count).containsExactly(1, 3, 1);
  }

  @Test
  void aBatchKnowsItsLine() {
    List<Batch> batches = split("SELECT 1;\nGO\n\n\nSELECT 2;\nGO\nSELECT 3;", Map.of());
    // The text of the second batch begins behind the line of its GO: its statement is on line 5 = 3
    // + 2.
    assertThat(batches).extracting(Batch::line).containsExactly(1, 3, 7);
    assertThat(batches.get(1).sql()).isEqualTo("\n\nSELECT 2;\n");
  }

  @Test
  void variablesAreReplacedAndTheScriptsOwnWin() {
    String script =
        "SELECT '$(Name)';\nGO\n:setvar Name \"a \"\"b\"\"\"\n:setvar Other own\n"
            + "SELECT '$(NAME)', '$(other)';\nGO\nSELECT '$(Name)';\n:setvar Name last\n";
    assertThat(split(script, Map.of("Name", "run")))
        .extracting(b -> b.sql().strip())
        .containsExactly("SELECT 'run';", "SELECT 'a \"b\"', 'own';", "SELECT 'last';");
    assertThatThrownBy(() -> split(":setvar A 1\nGO\n:setvar A\nPRINT $(A)", Map.of()))
        .hasMessageContaining("Post.sql(4)");
  }

  /// The comment at the head of a new script of SQL Server Data Tools has one.
  @Test
  void aVariableInACommentNeedsNoValue() {
    String script = "/*\n SELECT * FROM [$(TableName)]\n*/\n-- $(Other)\nPRINT '$(A)';\n";
    assertThat(split(script, Map.of("A", "x")).getFirst().sql())
        .isEqualTo(script.replace("$(A)", "x"));
  }

  @Test
  void goZeroRunsNothing() {
    assertThat(split("SELECT 1;\nGO 0\nSELECT 2;", Map.of()))
        .extracting(Batch::sql)
        .containsExactly("SELECT 2;");
  }

  @Test
  void whatCannotBeObeyedIsRefusedWithItsLine() {
    assertThatThrownBy(() -> split("SELECT 1\nGO\nSELECT '$(Missing)'", Map.of()))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("Missing")
        .hasMessageContaining("Post.sql");
    assertThatThrownBy(() -> split("SELECT 1\n:connect other\n", Map.of()))
        .hasMessageContaining(":connect")
        .hasMessageContaining("Post.sql(2)");
    assertThatThrownBy(() -> split(":on error ignore\n", Map.of()))
        .hasMessageContaining(":on error exit");
  }
}
