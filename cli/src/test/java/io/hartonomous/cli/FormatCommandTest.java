package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
  private static final String UGLY = "select a,b from t -- why\nwhere a=1;";
  private static final String NEAT = "SELECT a, b\nFROM t -- why\nWHERE a = 1;\n";

  @TempDir Path temporary;
  private CommandLineFixture line;
  private Path file;

  @BeforeEach
  void fixture() throws IOException {
    line = new CommandLineFixture(temporary.resolve("home"));
    file = Files.writeString(temporary.resolve("query.sql"), UGLY);
  }

  @Test
  void writesTheFileInPlace() throws IOException {
    assertThat(line.hart("format", temporary)).isEqualTo(ExitCode.DONE);
    assertThat(file).hasContent(NEAT);
    assertThat(line.log()).contains("1 file formatted, 0 left as they are");
    assertThat(line.hart("format", file)).isEqualTo(ExitCode.DONE);
    assertThat(line.log()).contains("0 files formatted, 1 left as they are");
    try (var left = Files.list(temporary)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void checkWritesNothing() {
    assertThat(line.hart("format", "--check", file)).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result()).isEqualToIgnoringNewLines(file.toString());
    assertThat(file).hasContent(UGLY);
  }

  @Test
  void diffShowsBothSides() {
    assertThat(line.hart("format", "--diff", file)).isEqualTo(ExitCode.DONE);
    assertThat(line.result())
        .contains("--- a/" + file, "+++ b/" + file, "-select a,b from t", "+SELECT a, b");
    assertThat(file).hasContent(UGLY);
  }

  @Test
  void leavesAFileWithErrorsAlone() throws IOException {
    Path bad = Files.writeString(temporary.resolve("bad.sql"), "select from");
    assertThat(line.hart("format", temporary)).isEqualTo(ExitCode.FINDINGS);
    assertThat(bad).hasContent("select from");
    assertThat(file).hasContent(NEAT);
    assertThat(line.log()).contains("bad.sql(1,", "error SQL460", "1 refused for syntax errors");
  }

  @Test
  void keepsTheEncoding() throws IOException {
    Path wide = temporary.resolve("wide.sql");
    Files.write(wide, "\uFEFFselect N'\u00e4\u4e16'\r\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(line.hart("format", wide)).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(wide))
        .isEqualTo("\uFEFFSELECT N'\u00e4\u4e16'\r\n".getBytes(StandardCharsets.UTF_16LE));
    Path old = temporary.resolve("old.sql");
    Files.write(old, "select '\u00e4'\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(line.hart("format", old)).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(old))
        .isEqualTo("SELECT '\u00e4'\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void takesTheStyleFromFlags() {
    assertThat(line.hart("format", "--keywords", "lower", file)).isEqualTo(ExitCode.DONE);
    assertThat(file).hasContent("select a, b\nfrom t -- why\nwhere a = 1;\n");
    assertThat(line.hart("format", "--indent", 0, file)).isEqualTo(ExitCode.USAGE);
    assertThat(line.log()).contains("indent is 0, it must be 1 to 16");
  }
}
