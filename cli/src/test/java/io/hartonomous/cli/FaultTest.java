package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mistake of the tool in the middle of a run. The log of these runs plays it: it fails once,
/// when it is told of a certain thing.
class FaultTest {
  @TempDir Path temporary;
  private final ByteArrayOutputStream result = new ByteArrayOutputStream();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private static final class FailingLog extends PrintStream {
    private final String word;
    private final Throwable mistake;
    private boolean failed;

    FailingLog(ByteArrayOutputStream out, String word, Throwable mistake) {
      super(out, true, StandardCharsets.UTF_8);
      this.word = word;
      this.mistake = mistake;
    }

    @Override
    public void println(String line) {
      super.println(line);
      if (!failed && line.strip().startsWith(word)) {
        failed = true;
        switch (mistake) {
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          default -> throw new IllegalStateException(mistake);
        }
      }
    }
  }

  private ExitCode deploy(String word, Throwable mistake, String... more) throws IOException {
    Path folder = CommandLineFixture.project(temporary.resolve("shop"), Map.of());
    String[] args = new String[more.length + 3];
    args[0] = "deploy";
    args[1] = folder.toString();
    args[2] = "--skip-deploy";
    System.arraycopy(more, 0, args, 3, more.length);
    Output output =
        new Output(
            new PrintStream(result, true, StandardCharsets.UTF_8),
            new FailingLog(log, word, mistake),
            false,
            false,
            false);
    return Main.run(
        args,
        Map.of("HART_HOME", temporary.resolve("home").toString(), "HART_SKIP_TESTS", "true"),
        output);
  }

  private JsonNode document() throws IOException {
    try (var values =
        new ObjectMapper()
            .readerFor(JsonNode.class)
            .<JsonNode>readValues(result.toString(StandardCharsets.UTF_8))) {
      JsonNode document = values.next();
      assertThat(values.hasNext()).isFalse();
      return document;
    }
  }

  @Test
  void isOneDocumentWithTheStepsUntilThen() throws IOException {
    assertThat(deploy("package", new IllegalStateException("a mistake"), "--format", "json"))
        .isEqualTo(ExitCode.TOOL_FAILED);
    JsonNode document = document();
    assertThat(document.get("formatVersion").intValue()).isEqualTo(1);
    assertThat(document.get("status").textValue()).isEqualTo("failed");
    assertThat(document.get("environment").textValue()).isEqualTo("Local");
    assertThat(document.get("failure").textValue()).contains("a mistake");
    assertThat(document.get("steps"))
        .extracting(step -> step.get("name").textValue() + " " + step.get("status").textValue())
        .containsExactly(
            "build succeeded",
            "package succeeded",
            "plan skipped",
            "publish skipped",
            "scaffold skipped",
            "test skipped");
    assertThat(document.get("findings").isArray()).isTrue();
    assertThat(log.toString()).contains("this is a mistake in it").contains("at io.hartonomous.");
  }

  @Test
  void ofTheMachineIsOneToo() throws IOException {
    assertThat(deploy("build", new StackOverflowError(), "--format", "json"))
        .isEqualTo(ExitCode.TOOL_FAILED);
    assertThat(document().get("failure").textValue()).contains("StackOverflowError");
    result.reset();
    assertThat(deploy("build", new AssertionError("no"), "--format=json"))
        .isEqualTo(ExitCode.TOOL_FAILED);
    assertThat(document().get("steps").get(0).get("status").textValue()).isEqualTo("succeeded");
  }

  @Test
  void beforeTheRunIsOneToo() throws IOException {
    assertThat(deploy("Environment", new IllegalStateException("early"), "--format", "json"))
        .isEqualTo(ExitCode.TOOL_FAILED);
    assertThat(document().get("failure").textValue()).contains("early");
  }

  @Test
  void printsNoResultForPeople() throws IOException {
    assertThat(deploy("package", new IllegalStateException("a mistake")))
        .isEqualTo(ExitCode.TOOL_FAILED);
    assertThat(result.toString()).isEmpty();
    assertThat(log.toString()).contains("a mistake");
  }
}
