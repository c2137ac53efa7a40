package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.target.EngineTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs into an engine of their own; each test has its own database.
class DeployCommandTest {
  private static final String PASSED =
      "-- test: an item has its name\n"
          + "INSERT INTO dbo.Item (Id, Name) VALUES (1, N'one');\n"
          + "EXEC hart_test.assert_equals 1, 1;\n";

  @TempDir static Path home;

  @TempDir Path temporary;
  private CommandLineFixture line;
  private Path folder;
  private String database;

  @BeforeAll
  static void start() {
    assertThat(new CommandLineFixture(home).hart("engine", "start", "--idle", "5m"))
        .isEqualTo(ExitCode.DONE);
  }

  @AfterAll
  static void stop() throws Exception {
    ProcessHandle engine =
        EngineTarget.process(home, EngineOptions.defaults())
            .status()
            .flatMap(running -> ProcessHandle.of(running.processId()))
            .orElseThrow();
    var family = engine.descendants().toList();
    assertThat(family).isNotEmpty();
    var line = new CommandLineFixture(home);
    assertThat(line.hart("engine", "reset")).isEqualTo(ExitCode.DONE);
    assertThat(engine.isAlive()).isFalse();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
    assertThat(line.hart("engine", "status", "--format", "json")).isEqualTo(ExitCode.DONE);
    assertThat(line.json().get("running").booleanValue()).isFalse();
    assertThat(line.hart("engine", "connection")).isEqualTo(ExitCode.UNAVAILABLE);
  }

  @BeforeEach
  void fixture(TestInfo test) throws IOException {
    line = new CommandLineFixture(home);
    folder = CommandLineFixture.project(temporary.resolve("shop"), Map.of());
    database = test.getTestMethod().orElseThrow().getName();
  }

  private ExitCode hart(String verb, Object... more) {
    var args = new Object[more.length + 4];
    args[0] = verb;
    args[1] = folder;
    args[2] = "--database";
    args[3] = database;
    System.arraycopy(more, 0, args, 4, more.length);
    return line.hart(args);
  }

  private JsonNode json(ExitCode expected, String verb, Object... more) throws IOException {
    var args = new Object[more.length + 2];
    System.arraycopy(more, 0, args, 0, more.length);
    args[more.length] = "--format";
    args[more.length + 1] = "json";
    assertThat(hart(verb, args)).as(() -> line.log() + line.result()).isEqualTo(expected);
    return line.json();
  }

  private void sql(String text) throws Exception {
    var running = EngineTarget.process(home, EngineOptions.defaults()).status().orElseThrow();
    try (var connection = DriverManager.getConnection(running.jdbcUrl(database, true));
        var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String status(JsonNode document, String step) {
    for (JsonNode node : document.get("steps")) {
      if (node.get("name").textValue().equals(step)) {
        assertThat(node.get("millis").isIntegralNumber()).isTrue();
        return node.get("status").textValue();
      }
    }
    throw new AssertionError("no step " + step);
  }

  @Test
  void fromSourceToATestedDatabase() throws IOException {
    write("tests/items.sql", PASSED);
    assertThat(hart("deploy")).as(() -> line.log() + line.result()).isEqualTo(ExitCode.DONE);
    assertThat(line.log())
        .startsWith("Environment Local, server embedded engine, database " + database);
    assertThat(line.log().lines().map(text -> text.strip().split(" +")[0]))
        .containsExactly("Environment", "build", "package", "plan", "publish", "scaffold", "test");
    assertThat(line.result())
        .containsSubsequence(
            "step         time  result",
            "  build ",
            "2 objects, 0 errors, 0 warnings",
            "  package ",
            "  plan ",
            "2 changes, ",
            "  publish ",
            "  scaffold ",
            "1 entity",
            "  test ",
            "1 passed, 0 failed",
            "Made database " + database,
            "jdbc:sqlserver://127.0.0.1:",
            ";databaseName=" + database,
            "hart engine connection --show-password")
        .doesNotContain("password=");
    assertThat(folder.resolve("obj/hart-tests.xml")).isNotEmptyFile();
    assertThat(folder.resolve("obj/entities")).isNotEmptyDirectory();
  }

  @Test
  void againChangesNothing() throws IOException {
    write("tests/items.sql", PASSED);
    JsonNode first = json(ExitCode.DONE, "deploy");
    assertThat(first.get("formatVersion").intValue()).isEqualTo(1);
    assertThat(first.get("status").textValue()).isEqualTo("succeeded");
    assertThat(first.get("environment").textValue()).isEqualTo("Local");
    assertThat(first.get("target").get("database").textValue()).isEqualTo(database);
    assertThat(first.get("changes").intValue()).isEqualTo(2);
    assertThat(first.get("entities").intValue()).isEqualTo(1);
    assertThat(first.get("tests").get("passed").intValue()).isEqualTo(1);
    assertThat(first.get("tests").get("failed").intValue()).isZero();
    for (var step : first.get("steps")) {
      assertThat(step.get("status").textValue()).isEqualTo("succeeded");
    }
    JsonNode second = json(ExitCode.DONE, "deploy");
    assertThat(second.get("changes").intValue()).isZero();
    assertThat(second.get("tests").get("passed").intValue()).isEqualTo(1);
  }

  @Test
  void aPackageNeedsNoProject() throws IOException {
    Path file = temporary.resolve("elsewhere/Shop.dacpac");
    assertThat(line.hart("build", folder, "-o", file)).isEqualTo(ExitCode.DONE);
    folder = file.getParent();
    assertThat(json(ExitCode.DONE, "publish", "--package", file).get("changes").intValue())
        .isEqualTo(2);
    assertThat(json(ExitCode.DONE, "plan", "--package", file).get("changes").intValue()).isZero();
    assertThat(json(ExitCode.BAD_INPUT, "deploy", "--package", file).get("failure").textValue())
        .contains("has no .sqlproj file");
  }

  @Test
  void theStepsThatAreSkippedAreSkipped() throws IOException {
    write("tests/items.sql", PASSED);
    JsonNode first = json(ExitCode.DONE, "deploy", "--skip-scaffold", "--skip-tests");
    assertThat(status(first, "publish")).isEqualTo("succeeded");
    assertThat(status(first, "scaffold")).isEqualTo("skipped");
    assertThat(status(first, "test")).isEqualTo("skipped");
    assertThat(folder.resolve("obj")).doesNotExist();
    JsonNode second = json(ExitCode.DONE, "deploy", "--skip-build", "--skip-deploy");
    assertThat(status(second, "build")).isEqualTo("skipped");
    assertThat(status(second, "plan")).isEqualTo("succeeded");
    assertThat(status(second, "publish")).isEqualTo("skipped");
    assertThat(status(second, "test")).isEqualTo("succeeded");
    JsonNode third = json(ExitCode.DONE, "test");
    assertThat(third.get("tests").get("passed").intValue()).isEqualTo(1);
    assertThat(status(third, "plan")).isEqualTo("skipped");
  }

  @Test
  void anAddedColumnIsTheOnlyChange() throws IOException {
    json(ExitCode.DONE, "publish");
    write(
        "Item.sql",
        """
        CREATE TABLE [dbo].[Item] (
            [Id]   INT           NOT NULL CONSTRAINT [PK_Item] PRIMARY KEY,
            [Name] NVARCHAR (50) NOT NULL,
            [Note] NVARCHAR (20) NULL
        );
        """);
    JsonNode plan = json(ExitCode.DONE, "plan");
    assertThat(plan.get("changes").intValue()).isEqualTo(1);
    assertThat(plan.get("plan").get("changes").get(0).get("kind").textValue())
        .isEqualTo("AddColumn");
    assertThat(hart("plan", "--format", "sql")).isEqualTo(ExitCode.DONE);
    assertThat(line.result()).contains("ADD [Note]").doesNotContain("CREATE TABLE");
    Path file = temporary.resolve("out/plan.md");
    assertThat(hart("plan", "--format", "markdown", "--out", file)).isEqualTo(ExitCode.DONE);
    assertThat(line.result()).isEmpty();
    assertThat(file).content().startsWith("# Plan");
    assertThat(hart("deploy", "--dry-run")).isEqualTo(ExitCode.DONE);
    assertThat(line.result()).contains("1 change:", "  publish         -  skipped");
    assertThat(json(ExitCode.DONE, "publish").get("changes").intValue()).isEqualTo(1);
    assertThat(json(ExitCode.DONE, "publish").get("changes").intValue()).isZero();
  }

  @Test
  void aStepThatLosesDataStopsAndNamesTheFlag() throws Exception {
    json(ExitCode.DONE, "publish");
    sql("INSERT INTO dbo.Item (Id, Name) VALUES (1, N'a'), (2, N'b')");
    write(
        "Item.sql",
        "CREATE TABLE [dbo].[Item] ([Id] INT NOT NULL CONSTRAINT [PK_Item] PRIMARY KEY);\n");
    write("GetItem.sql", "CREATE PROCEDURE [dbo].[GetItem] AS SELECT [Id] FROM [dbo].[Item];\n");
    assertThat(hart("deploy")).as(() -> line.log() + line.result()).isEqualTo(ExitCode.BLOCKED);
    assertThat(line.result())
        .contains("HRT5001", "[dbo].[Item]", "2 rows", "--allow data-loss:dbo.Item.Name")
        .contains("The database is as it was.");
    JsonNode blocked = json(ExitCode.BLOCKED, "deploy");
    assertThat(blocked.get("status").textValue()).isEqualTo("blocked");
    assertThat(blocked.get("hazards").get(0).get("rows").intValue()).isEqualTo(2);
    assertThat(status(blocked, "publish")).isEqualTo("blocked");
    assertThat(status(blocked, "test")).isEqualTo("skipped");
    json(ExitCode.DONE, "deploy", "--allow", "data-loss:dbo.Item.Name");
    assertThat(json(ExitCode.DONE, "plan").get("changes").intValue()).isZero();
  }

  @Test
  void aFailedStepIsShownWithItsSqlAndPlace() throws Exception {
    Path project = folder.resolve("Shop.sqlproj");
    Files.writeString(
        project,
        Files.readString(project)
            .replace("<Build Remove", "<PostDeploy Include=\"Post.sql\" /><Build Remove"));
    Files.writeString(
        folder.resolve("Post.sql"),
        "PRINT 'hello';\nGO\n-- a comment\nINSERT INTO dbo.Item (Id, Name) VALUES (1, NULL);\n");
    assertThat(hart("deploy"))
        .as(() -> line.log() + line.result())
        .isEqualTo(ExitCode.NEEDS_ATTENTION);
    assertThat(line.log()).contains("    hello");
    assertThat(line.result())
        .contains("error 515", "--> Post.sql:4", "INSERT INTO dbo.Item (Id, Name) VALUES (1, NULL)")
        .contains("hart.deployment");
    // A script commits batch by batch: what it did before stays.
    JsonNode failed = json(ExitCode.NEEDS_ATTENTION, "deploy");
    assertThat(failed.get("status").textValue()).isEqualTo("failed");
    assertThat(failed.get("error").get("number").intValue()).isEqualTo(515);
    assertThat(failed.get("error").get("line").intValue()).isEqualTo(4);
  }

  @Test
  void ofTwoDeploymentsAtOnceOneIsToldWhoTheOtherIs() throws Exception {
    json(ExitCode.DONE, "publish");
    Path project = folder.resolve("Shop.sqlproj");
    Files.writeString(
        project,
        Files.readString(project)
            .replace("<Build Remove", "<PostDeploy Include=\"Post.sql\" /><Build Remove"));
    write("Post.sql", "WAITFOR DELAY '00:00:04';\n");
    var other = new CommandLineFixture(home);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var theirs = threads.submit(() -> other.hart("publish", folder, "--database", database));
      Thread.sleep(1_500);
      ExitCode ours = hart("publish", "--format", "json");
      assertThat(List.of(ours, theirs.get()))
          .containsExactlyInAnyOrder(ExitCode.DONE, ExitCode.BLOCKED);
      assertThat(ours == ExitCode.BLOCKED ? line.log() : other.log())
          .contains("Another deployment is at work on " + database)
          .contains("(process " + ProcessHandle.current().pid() + ") since ");
      if (ours == ExitCode.BLOCKED) {
        assertThat(line.json().get("status").textValue()).isEqualTo("blocked");
      }
    }
  }

  @Test
  void aFirstStepThatFailsIsRolledBack() throws Exception {
    json(ExitCode.DONE, "publish");
    sql("INSERT INTO dbo.Item (Id, Name) VALUES (1, N'a'), (2, N'A ')");
    write("ItemName.sql", "CREATE UNIQUE INDEX [UX_Item_Name] ON [dbo].[Item] ([Name]);\n");
    JsonNode failed = json(ExitCode.UNDONE, "deploy");
    assertThat(failed.get("status").textValue()).isEqualTo("rolledBack");
    assertThat(failed.get("error").get("number").intValue()).isEqualTo(1505);
    assertThat(status(failed, "publish")).isEqualTo("rolledBack");
    assertThat(hart("deploy")).isEqualTo(ExitCode.UNDONE);
    assertThat(line.result())
        .contains("error 1505", "CREATE UNIQUE", "The database is as it was.")
        .contains("publish")
        .contains("rolled back");
  }

  @Test
  void afterAPublishFailedTestsNeedAttention() throws IOException {
    write("tests/items.sql", PASSED + "-- test: it cannot be\nTHROW 50001, 'no', 1;\n");
    JsonNode deployed = json(ExitCode.NEEDS_ATTENTION, "deploy");
    assertThat(deployed.get("tests").get("passed").intValue()).isEqualTo(1);
    assertThat(deployed.get("tests").get("failed").intValue()).isEqualTo(1);
    assertThat(deployed.get("failedTests").get(0).get("name").textValue())
        .isEqualTo("it cannot be");
    Path report = temporary.resolve("report.xml");
    assertThat(hart("test", "--report", report)).isEqualTo(ExitCode.FINDINGS);
    assertThat(line.result()).contains("failed: it cannot be", "--> tests/items.sql:");
    assertThat(report).content().contains("<failure");
  }

  @Test
  void testsOfADatabaseThatIsNotThere() throws IOException {
    write("tests/items.sql", PASSED);
    JsonNode failed = json(ExitCode.UNAVAILABLE, "test");
    assertThat(failed.get("failure").textValue()).contains(database).contains("does not exist");
  }

  @Test
  void aServerByItsNameAndAWrongPassword() throws Exception {
    var running = EngineTarget.process(home, EngineOptions.defaults()).status().orElseThrow();
    String server = running.host() + "," + running.port();
    Path password = Files.writeString(temporary.resolve("pw"), running.password().reveal() + "\n");
    Object[] target = {
      "--server",
      server,
      "--user",
      running.user(),
      "--env",
      "Development",
      "--trust-server-certificate",
      "--password-file",
      password
    };
    assertThat(hart("publish", target)).as(() -> line.log()).isEqualTo(ExitCode.DONE);
    assertThat(line.log())
        .startsWith("Environment Development, server " + server + ", database " + database);
    Files.writeString(password, "wrong");
    assertThat(hart("publish", target)).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(line.log()).contains(server).doesNotContain("wrong\n");
    assertThat(line.result()).isEmpty();
  }

  @Test
  void theConnectionHidesThePassword() throws Exception {
    assertThat(line.hart("engine", "connection", "--database", "Shop")).isEqualTo(ExitCode.DONE);
    String secret =
        Optional.of(EngineTarget.process(home, EngineOptions.defaults()).status().orElseThrow())
            .map(running -> running.password().reveal())
            .orElseThrow();
    assertThat(line.result())
        .contains("databaseName=Shop", "Database=Shop", "engine.connection")
        .doesNotContain(secret);
    assertThat(line.hart("engine", "connection", "--show-password", "--format", "json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.json().get("password").textValue()).isEqualTo(secret);
    assertThat(line.hart("engine", "start", "--idle", "soon")).isEqualTo(ExitCode.USAGE);
  }
}
