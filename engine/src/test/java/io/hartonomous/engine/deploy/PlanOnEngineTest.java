package io.hartonomous.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.deploy.DeployListener;
import io.hartonomous.deploy.Deployment;
import io.hartonomous.deploy.DeploymentResult;
import io.hartonomous.deploy.ExecuteOptions;
import io.hartonomous.deploy.Target;
import io.hartonomous.diff.PublishOptions;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.diff.ScriptModel;
import io.hartonomous.engine.EngineConnection;
import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineServer;
import io.hartonomous.engine.EngineState;
import io.hartonomous.engine.interpret.TsqlSessions;
import io.hartonomous.introspect.IntrospectedDatabase;
import io.hartonomous.introspect.Introspector;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.plan.Dependencies;
import io.hartonomous.plan.Describe;
import io.hartonomous.plan.Hazard;
import io.hartonomous.plan.HazardKind;
import io.hartonomous.plan.Plan;
import io.hartonomous.plan.PlanRequest;
import io.hartonomous.plan.Planner;
import io.hartonomous.plan.WordDependencies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every case of the planner on a real server: the first model is deployed into an empty database,
/// read back and equal; then the plan to the second one runs, and a plan after it is empty.
class PlanOnEngineTest {
  private static final Path ROOT = Path.of("../core/src/test/resources/diff");
  private static final AtomicInteger DATABASES = new AtomicInteger();

  @TempDir static Path folder;

  private static EngineServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        EngineServer.start(
            EngineState.of(folder), new TsqlSessions(), EngineOptions.defaults(), _ -> {});
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> plans() throws Exception {
    String only = System.getProperty("case", "");
    List<Path> cases;
    try (Stream<Path> walk = Files.walk(ROOT)) {
      cases =
          walk.filter(p -> p.getFileName().toString().equals("after.sql"))
              .map(Path::getParent)
              .sorted()
              .toList();
    }
    return cases.stream()
        .filter(c -> c.toString().contains(only))
        .map(c -> DynamicTest.dynamicTest(ROOT.relativize(c).toString(), () -> check(c)));
  }

  private static void check(Path folder) throws Exception {
    DatabaseModel before = ScriptModel.of(Files.readString(folder.resolve("before.sql")));
    DatabaseModel after = ScriptModel.of(Files.readString(folder.resolve("after.sql")));
    PublishOptions options = PublishOptions.of(options(folder));
    // What the engine is known to refuse, by the name that it gives.
    Path refused = folder.resolve("engine-refuses.txt");
    EngineConnection engine = server.connection();
    Target target =
        Target.of(
                "127.0.0.1," + engine.port(),
                "plan" + DATABASES.incrementAndGet(),
                engine.user(),
                engine.password())
            .withTrustServerCertificate(true);
    try (Deployment deployment = Deployment.open(target, DeployListener.SILENT)) {
      assertThat(deployment.createDatabase()).isTrue();
      deployment.lock();
      if (Files.exists(refused)) {
        String failures =
            publish(deployment, before, PublishOptions.DEFAULT, RefactorLog.EMPTY)
                + publish(deployment, after, options, renames(folder));
        assertThat(failures).contains("49900").contains(Files.readString(refused).strip());
        return;
      }
      assertThat(publish(deployment, before, PublishOptions.DEFAULT, RefactorLog.EMPTY)).isEmpty();
      assertThat(changes(plan(deployment, before, PublishOptions.DEFAULT, RefactorLog.EMPTY)))
          .as("read back")
          .isEmpty();
      Plan plan = plan(deployment, after, options, renames(folder));
      List<Table> filled = List.of();
      if (plan.hazards().stream().noneMatch(h -> h.kind() == HazardKind.ADDS_REQUIRED_COLUMN)) {
        filled = fill(deployment.connection(), before);
      }
      assertThat(publish(deployment, after, options, renames(folder))).isEmpty();
      assertThat(changes(plan(deployment, after, options, renames(folder))))
          .as("second plan")
          .isEmpty();
      for (Table table : filled) {
        if (after.table(table.name()).isPresent()) {
          assertThat(count(deployment.connection(), table))
              .as("rows of " + table.name())
              .isEqualTo(1);
        }
      }
    }
  }

  /// One row in every table; referenced tables first.
  private static List<Table> fill(Connection connection, DatabaseModel model) throws Exception {
    List<Table> tables =
        model
            .all(Table.class)
            .sorted(
                Comparator.comparing(t ->
                    t.constraints().stream()
                        .anyMatch(c -> c instanceof TableConstraint.ForeignKey)))
            .toList();
    for (Table table : tables) {
      List<Column> columns =
          table.columns().stream()
              .filter(c ->
                  c.computed().isEmpty()
                      && c.identity().isEmpty()
                      && c.generatedAlways().isEmpty()
                      && c.type().base() != SqlType.Base.ROWVERSION)
              .toList();
      String sql =
          "INSERT INTO "
              + table.name().quoted()
              + columns.stream()
                  .map(c -> ObjectName.quote(c.name()))
                  .collect(Collectors.joining(", ", " (", ")"))
              + columns.stream()
                  .map(c -> value(c.type()))
                  .collect(Collectors.joining(", ", " VALUES (", ")"));
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
    return tables;
  }

  private static String value(SqlType type) {
    return switch (type.base()) {
      case DATE, DATETIME, DATETIME2, SMALLDATETIME, DATETIMEOFFSET -> "'2020-02-02'";
      case UNIQUEIDENTIFIER -> "NEWID()";
      case VECTOR -> "NULL";
      case BIT -> "1";
      default -> "2";
    };
  }

  private static long count(Connection connection, Table table) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT COUNT_BIG(*) FROM " + table.name().quoted())) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String changes(Plan plan) {
    return plan.changes().stream().map(Describe::change).collect(Collectors.joining("\n"));
  }

  private static Plan plan(
      Deployment deployment, DatabaseModel source, PublishOptions options, RefactorLog log)
      throws Exception {
    IntrospectedDatabase live = Introspector.read(deployment.connection());
    return Planner.plan(
        PlanRequest.of(live.model(), source)
            .withDependencies(
                Dependencies.ofMap(live.dependencies(), live.model().collation()),
                WordDependencies.of(source))
            .withOptions(options)
            .withRefactorLog(log));
  }

  /// The error that stopped the deployment; empty where it went through.
  private static String publish(
      Deployment deployment, DatabaseModel source, PublishOptions options, RefactorLog log)
      throws Exception {
    Plan plan = plan(deployment, source, options, log);
    Set<String> allowed = plan.hazards().stream().map(Hazard::flag).collect(Collectors.toSet());
    DeploymentResult result =
        deployment.execute(plan, new ExecuteOptions(allowed, Duration.ZERO, "test", "test"));
    return switch (result) {
      case DeploymentResult.Succeeded _ -> "";
      case DeploymentResult.Blocked blocked -> "blocked by " + blocked.hazards();
      case DeploymentResult.Failed failed ->
          failed.failure().number()
              + " "
              + failed.failure().message()
              + "\n"
              + failed.failure().batchSql();
    };
  }

  private static Map<String, String> options(Path folder) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    Path file = folder.resolve("options.txt");
    if (Files.exists(file)) {
      Files.readString(file)
          .lines()
          .forEach(line -> options.put(line.split("=")[0], line.split("=")[1]));
    }
    return options;
  }

  private static RefactorLog renames(Path folder) throws Exception {
    Path file = folder.resolve("renames.txt");
    if (!Files.exists(file)) {
      return RefactorLog.EMPTY;
    }
    return new RefactorLog(
        Files.readString(file)
            .lines()
            .map(line -> line.split(" "))
            .map(w ->
                new RefactorLog.Operation(
                    w[0],
                    RefactorLog.Kind.valueOf(w[1]),
                    w[2],
                    Arrays.asList(w[3].split("\\.")),
                    w[4]))
            .toList());
  }
}
