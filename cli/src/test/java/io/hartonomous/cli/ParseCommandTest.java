package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {
  @TempDir Path temporary;
  private CommandLineFixture line;
  private Path folder;

  @BeforeEach
  void fixture() throws IOException {
    line = new CommandLineFixture(temporary.resolve("home"));
    folder = Files.createDirectories(temporary.resolve("src/inner"));
    Files.writeString(folder.resolve("bad.SQL"), "SELECT 1;\nGO\nSELECT FROM t;\n");
    Files.writeString(folder.resolveSibling("good.sql"), "SELECT 1 AS [x];\n");
    Files.writeString(folder.resolve("notes.txt"), "no SQL at all\n");
  }

  @Test
  void findsSqlFilesBelowAFolderInAnyCase() {
    assertThat(line.hart("parse", folder.getParent(), "--format", "msbuild"))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result().lines())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("bad.SQL") + "(3,8): error SQL46010: ");
    assertThat(line.log()).isEmpty();
  }

  @Test
  void printsPathsAsTheyWereGiven() {
    Path given = folder.resolve("../inner/bad.SQL");
    assertThat(line.hart("parse", given, "--format", "msbuild")).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result()).startsWith(given + "(3,8): ");
  }

  @Test
  void readsANamedFileWhateverItsEnding() {
    assertThat(line.hart("parse", folder.resolve("notes.txt"))).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result()).contains("SQL46010", "1 file, 1 error");
  }

  @Test
  void tellsHowMuchItRead() {
    assertThat(line.hart("parse", folder.getParent(), "--stats", "--format", "json"))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(line.log())
        .matches("files=2 characters=45 tokens=\\d+ errors=1 milliseconds=\\d+\\R");
    assertThat(line.result()).startsWith("{").contains("\"errors\" : 1");
  }

  @Test
  void readsLinesOfSqlcmdWhereItIsTold() throws IOException {
    Path script = temporary.resolve("deploy.sql");
    Files.writeString(script, ":setvar x 1\nSELECT $(x);\nGO 5\n");
    assertThat(line.hart("parse", script)).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.hart("parse", script, "--sqlcmd")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void refusesWhatIsNotThereAndWhatIsNoText() throws IOException {
    assertThat(line.hart("parse", temporary.resolve("gone.sql"))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.log()).contains("gone.sql");
    Path binary = temporary.resolve("binary.sql");
    Files.write(binary, "SELECT\0 1".getBytes(StandardCharsets.US_ASCII));
    assertThat(line.hart("parse", binary)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.log()).contains("binary.sql has a zero byte at offset 6");
    assertThat(line.hart("parse")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void printsTheTree() {
    assertThat(line.hart("ast", folder.resolveSibling("good.sql"))).isEqualTo(ExitCode.DONE);
    assertThat(line.result()).startsWith("Script\n").contains("Literal INTEGER `1`");
    assertThat(line.hart("ast", folder.resolve("bad.SQL"))).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.log()).contains("SQL46010");
    assertThat(line.hart("ast", folder)).isEqualTo(ExitCode.USAGE);
  }
}
