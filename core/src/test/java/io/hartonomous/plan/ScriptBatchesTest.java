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
    // The text of the second batch begins behind its GO, on line 2: its statement is on line 5 = 2
    // + 3.
    assertThat(batches).extracting(Batch::line).containsExactly(1, 2, 6);
    assertThat(batches.get(1).sql()).isEqualTo("\n\n\nSELECT 2;\n");
  }

  @Test
  void variablesAreReplacedAndTheRunWins() {
    String script = ":setvar Name \"script\"\n:setvar Other own\nSELECT '$(Name)', '$(other)';";
    assertThat(split(script, Map.of("Name", "run")).getFirst().sql().strip())
        .isEqualTo("SELECT 'run', 'own';");
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
