package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
  private static final Map<String, String> WARNING =
      Map.of(
          "GetItem.sql",
          "CREATE PROCEDURE [dbo].[GetItem] AS\nSELECT 1 AS [one] FROM [dbo].[Gone];\n");

  private static final Map<String, String> ERROR =
      Map.of("Names.sql", "CREATE VIEW [dbo].[Names] AS\nSELECT [Nmae] FROM [dbo].[Item];\n");

  @TempDir Path temporary;
  private CommandLineFixture line;
  private Path folder;

  @BeforeEach
  void fixture() {
    line = new CommandLineFixture(temporary.resolve("home"));
    folder = temporary.resolve("shop");
  }

  @Test
  void writesThePackageAndSaysSo() throws IOException {
    CommandLineFixture.project(folder, Map.of());
    assertThat(line.hart("build", folder)).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("bin/Shop.dacpac")).isNotEmptyFile();
    assertThat(line.result())
        .matches("Built .*Shop\\.dacpac: 2 objects, 0 errors, 0 warnings \\(.* s\\)\\R");
    assertThat(line.log()).isEmpty();
    assertThat(temporary.resolve("home")).doesNotExist();
  }

  @Test
  void writesThePackageWhereItIsTold() throws IOException {
    CommandLineFixture.project(folder, Map.of());
    Path file = temporary.resolve("out/x.dacpac");
    assertThat(line.hart("build", folder.resolve("Shop.sqlproj"), "-o", file))
        .isEqualTo(ExitCode.DONE);
    assertThat(file).isNotEmptyFile();
    assertThat(folder.resolve("bin")).doesNotExist();
  }

  @Test
  void warningsAloneAreNoFailure() throws IOException {
    CommandLineFixture.project(folder, WARNING);
    assertThat(line.hart("build", folder, "--format", "msbuild")).isEqualTo(ExitCode.DONE);
    assertThat(line.result().lines())
        .singleElement()
        .asString()
        .startsWith("GetItem.sql(2,24): warning SQL71502: ");
    assertThat(folder.resolve("bin/Shop.dacpac")).isNotEmptyFile();
  }

  @Test
  void errorsLeaveNoPackageBehind() throws IOException {
    CommandLineFixture.project(folder, Map.of());
    assertThat(line.hart("build", folder)).isEqualTo(ExitCode.DONE);
    CommandLineFixture.project(folder, ERROR);
    assertThat(line.hart("build", folder, "--format=msbuild")).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result()).contains("Names.sql(2,8): error SQL71501: ");
    assertThat(folder.resolve("bin/Shop.dacpac")).doesNotExist();
  }

  @Test
  void prettyShowsLineCaretCauseAndCounts() throws IOException {
    CommandLineFixture.project(folder, ERROR);
    assertThat(line.hart("build", folder)).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result())
        .contains("--> Names.sql:2:8", "2 | SELECT [Nmae] FROM [dbo].[Item];", "^^^^^^")
        .containsSubsequence("error SQL71501: ", "Causes: 1 behind ", "Not built, no package");
  }

  @Test
  void markdownIsAChecklist() throws IOException {
    CommandLineFixture.project(folder, ERROR);
    assertThat(line.hart("build", folder, "--format", "markdown")).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result()).startsWith("# ").contains("\n- [ ] **").doesNotContain("Not built");
  }

  @Test
  void jsonIsOneDocumentWithFindingsAndCauses() throws IOException {
    CommandLineFixture.project(folder, ERROR);
    assertThat(line.hart("build", folder, "--format", "json")).isEqualTo(ExitCode.FINDINGS);
    var document = line.json();
    assertThat(document.get("formatVersion").intValue()).isEqualTo(1);
    assertThat(document.get("status").textValue()).isEqualTo("failed");
    assertThat(document.get("steps").get(0).get("name").textValue()).isEqualTo("build");
    assertThat(document.get("steps").get(0).get("status").textValue()).isEqualTo("failed");
    assertThat(document.get("diagnostics").get("errors").isInt()).isTrue();
    assertThat(document.get("diagnostics").get("errors").intValue())
        .isEqualTo(document.get("findings").size());
    assertThat(document.get("findings").get(0).get("line").intValue()).isEqualTo(2);
    assertThat(document.get("causes")).hasSize(1);
  }

  @Test
  void everyFileIsReadInOneRun() throws IOException {
    CommandLineFixture.project(
        folder, Map.of("A.sql", "CREATE TABLE (;\n", "B.sql", "CREATE VIEW [v] AS SELEC 1;\n"));
    assertThat(line.hart("build", folder, "--format", "msbuild")).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result()).contains("A.sql(1,", "B.sql(1,");
    assertThat(Files.exists(folder.resolve("bin"))).isFalse();
  }
}
