package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream result = new ByteArrayOutputStream();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private ExitCode hart(String... args) {
    var output =
        new Output(
            new PrintStream(result, true, StandardCharsets.UTF_8),
            new PrintStream(log, true, StandardCharsets.UTF_8),
            false,
            false,
            false);
    return Main.run(args, Map.of(), output);
  }

  @Test
  void anUnknownFlagIsWrongUse() {
    assertThat(hart("--colour")).isEqualTo(ExitCode.USAGE);
    assertThat(result.toString()).isEmpty();
    assertThat(log.toString()).contains("'--colour'").contains("Try 'hart --help'");
  }

  @Test
  void anUnknownFlagOfACommandNamesTheCommand() {
    assertThat(hart("completion", "bash", "--colour")).isEqualTo(ExitCode.USAGE);
    assertThat(log.toString()).contains("hart completion: ").contains("'--colour'");
  }

  @Test
  void anUnknownCommandIsWrongUseAndTheNearestIsNamed() {
    assertThat(hart("completions")).isEqualTo(ExitCode.USAGE);
    assertThat(log.toString()).contains("'completions'").contains("hart completion");
  }

  @Test
  void noCommandIsWrongUse() {
    assertThat(hart()).isEqualTo(ExitCode.USAGE);
    assertThat(log.toString()).contains("which command?");
  }

  @Test
  void helpIsAResultAndListsCommandsAndExitCodes() {
    assertThat(hart("--help")).isEqualTo(ExitCode.DONE);
    assertThat(log.toString()).isEmpty();
    assertThat(result.toString()).contains("Examples:").contains("78 ");
    Verbs.ALL.keySet().forEach(name -> assertThat(result.toString()).contains("  " + name + " "));
  }

  @Test
  void everyCommandHasDescriptionAndExamples() {
    Verbs.ALL.forEach((name, verb) -> {
      var usage = verb.get().usageMessage();
      assertThat(usage.description()).as(name).isNotEmpty();
      assertThat(usage.footerHeading()).as(name).contains("Examples:");
      assertThat(usage.footer())
          .isNotEmpty()
          .allSatisfy(example -> assertThat(example).hasSizeLessThanOrEqualTo(80));
    });
  }

  @Test
  void completionNamesTheCommands() {
    assertThat(hart("completion", "zsh")).isEqualTo(ExitCode.DONE);
    assertThat(result.toString()).contains("bashcompinit").contains("completion");
  }

  @Test
  void completionNamesFlagsTheirValuesAndCommandsOfCommands() {
    assertThat(hart("completion", "bash")).isEqualTo(ExitCode.DONE);
    assertThat(result.toString())
        .contains("'--skip-tests'", "'--trust-server-certificate'", "connection", "\"msbuild\"");
  }

  @Test
  void everyFlagHasAVariable() {
    assertThat(HartVariables.variable("--skip-tests")).isEqualTo("HART_SKIP_TESTS");
  }

  @Test
  void noColorAndCiAreHonoured() {
    var terminal = Output.ofProcess(Map.of(), "12");
    assertThat(terminal.resultColor()).isTrue();
    assertThat(terminal.progress()).isTrue();
    var noColor = Output.ofProcess(Map.of("NO_COLOR", "1"), "12");
    assertThat(noColor.logColor()).isFalse();
    assertThat(noColor.progress()).isTrue();
    var ci = Output.ofProcess(Map.of("CI", "true"), "12");
    assertThat(ci.resultColor()).isFalse();
    assertThat(ci.progress()).isFalse();
    assertThat(Output.ofProcess(Map.of(), "").logColor()).isFalse();
  }

  @Test
  void exitCodesAreTheDocumentedTable() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::number)
        .containsExactly(0, 1, 2, 3, 4, 5, 64, 65, 69, 78);
  }

  @Test
  void aGroupWithoutItsCommandIsWrongUseInJsonToo() throws Exception {
    assertThat(hart("engine", "--format", "json")).isEqualTo(ExitCode.USAGE);
    assertThat(document().get("failure").textValue()).contains("--format");
    result.reset();
    assertThat(hart("engine")).isEqualTo(ExitCode.USAGE);
    assertThat(result.toString()).isEmpty();
    assertThat(log.toString()).contains("hart engine: which command?");
  }

  private JsonNode document() throws IOException {
    return new ObjectMapper().readTree(result.toString(StandardCharsets.UTF_8));
  }
}
