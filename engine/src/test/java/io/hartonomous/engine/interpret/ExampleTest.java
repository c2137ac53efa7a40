package io.hartonomous.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.deploy.Target;
import io.hartonomous.environment.Environment;
import io.hartonomous.golden.Golden;
import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.Pipeline;
import io.hartonomous.pipeline.PipelineListener;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.pipeline.TargetProvider;
import io.hartonomous.secrets.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The example project, deployed to the engine as a user deploys it; then each of its procedures
/// and functions, with the rows that the rules of T-SQL give.
class ExampleTest {
  private static final String FOLDER = "examples/hartonomous";
  @TempDir static Path folder;
  private static EngineFixture engine;

  @BeforeAll
  static void deploy() throws Exception {
    engine = new EngineFixture(folder.resolve("engine"));
    PipelineRun run =
        new Pipeline(target(), "test", PipelineListener.SILENT)
            .run(request(Set.of(Goal.BUILD, Goal.PLAN, Goal.PUBLISH)));
    assertThat(run.result().outcome().name()).as("%s", run).isEqualTo("SUCCEEDED");
  }

  private static TargetProvider target() {
    return new TargetProvider() {
      @Override
      public Target local(String database, Consumer<String> progress) {
        return new Target(
            "127.0.0.1",
            engine.port(),
            database,
            "sa",
            Secret.of(engine.password()),
            false,
            true,
            Duration.ofSeconds(15));
      }

      @Override
      public String label() {
        return "the embedded engine";
      }
    };
  }

  private static DeployRequest request(Set<Goal> goals) {
    return new DeployRequest(
        Path.of("..", "examples", "hartonomous"),
        Environment.LOCAL,
        Optional.empty(),
        Optional.of("Example"),
        Optional.empty(),
        Secret.of(""),
        false,
        true,
        Optional.of(folder.resolve("example.dacpac")),
        goals,
        false,
        false,
        Set.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        "entities",
        Optional.empty(),
        false);
  }

  /// What was deployed reads back as the project: a second deployment has nothing to change. Then
  /// the project's own tests run.
  @Test
  void deploysAgainWithoutChanges() throws Exception {
    PipelineRun run =
        new Pipeline(target(), "test", PipelineListener.SILENT)
            .run(request(Set.of(Goal.BUILD, Goal.PLAN, Goal.PUBLISH, Goal.TEST)));
    assertThat(run.plan().orElseThrow().changes()).isEmpty();
    assertThat(run.tests())
        .allSatisfy(test -> assertThat(test.toString()).as("%s", test).doesNotContain("FAILED"));
    assertThat(run.result().testsFailed()).isZero();
    assertThat(run.result().testsPassed()).isPositive();
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> scripts() {
    return Golden.files(FOLDER, ".sql").stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws Exception {
    List<String> actual = new ArrayList<>();
    try (Connection connection = engine.connect("Example");
        Statement statement = connection.createStatement()) {
      for (String batch : ScriptRunner.batches(Files.readString(file))) {
        boolean rows = statement.execute(batch);
        while (rows || statement.getUpdateCount() >= 0) {
          if (rows) {
            try (ResultSet set = statement.getResultSet()) {
              actual.add(String.join("\n", lines(set)));
            }
          }
          rows = statement.getMoreResults();
        }
      }
    }
    String expected =
        Files.readString(Path.of(file.toString().replace(".sql", ".expected"))).stripTrailing();
    assertThat(masked(String.join("\n\n", actual), expected)).isEqualTo(expected);
  }

  private static List<String> lines(ResultSet set) throws Exception {
    ResultSetMetaData meta = set.getMetaData();
    List<String> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      cells.add(meta.getColumnName(i));
    }
    lines.add(String.join(" | ", cells));
    while (set.next()) {
      cells.clear();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        String text = set.getString(i);
        boolean bit = meta.getColumnType(i) == Types.BIT && text != null;
        cells.add(text == null ? "NULL" : bit ? set.getBoolean(i) ? "1" : "0" : text);
      }
      lines.add(String.join(" | ", cells));
    }
    return lines;
  }

  /// Puts `*` where the expectation has it and a value stands.
  private static String masked(String actual, String expected) {
    String[] a = actual.split("\n", -1);
    String[] e = expected.split("\n", -1);
    for (int i = 0; i < Math.min(a.length, e.length); i++) {
      String[] left = a[i].split(" \\| ", -1);
      String[] right = e[i].split(" \\| ", -1);
      for (int j = 0; j < Math.min(left.length, right.length); j++) {
        if (right[j].equals("*") && !left[j].equals("NULL")) {
          left[j] = "*";
        }
      }
      a[i] = String.join(" | ", left);
    }
    return String.join("\n", a);
  }
}
