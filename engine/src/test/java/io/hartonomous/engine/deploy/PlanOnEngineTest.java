package io.hartonomous.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.deploy.DeployListener;
import io.hartonomous.deploy.Deployment;
import io.hartonomous.deploy.DeploymentResult;
import io.hartonomous.deploy.ExecuteOptions;
import io.hartonomous.deploy.Secret;
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
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.plan.Dependencies;
import io.hartonomous.plan.Describe;
import io.hartonomous.plan.Hazard;
import io.hartonomous.plan.Plan;
import io.hartonomous.plan.PlanRequest;
import io.hartonomous.plan.Planner;
import io.hartonomous.plan.WordDependencies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
    EngineConnection engine = server.connection();
    Target target =
        Target.of(
                "127.0.0.1," + engine.port(),
                "plan" + DATABASES.incrementAndGet(),
                engine.user(),
                Secret.of(engine.password().reveal()))
            .withTrustServerCertificate(true);
    try (Deployment deployment = Deployment.open(target, DeployListener.SILENT)) {
      assertThat(deployment.createDatabase()).isTrue();
      deployment.lock();
      publish(deployment, before, PublishOptions.DEFAULT, RefactorLog.EMPTY);
      assertThat(changes(plan(deployment, before, PublishOptions.DEFAULT, RefactorLog.EMPTY)))
          .as("read back")
          .isEmpty();
      publish(deployment, after, options, renames(folder));
      assertThat(changes(plan(deployment, after, options, renames(folder))))
          .as("second plan")
          .isEmpty();
    }
  }

  private static String changes(Plan plan) {
    if (Boolean.getBoolean("show")) {
      plan.changes().forEach(System.out::println);
    }
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

  private static void publish(
      Deployment deployment, DatabaseModel source, PublishOptions options, RefactorLog log)
      throws Exception {
    Plan plan = plan(deployment, source, options, log);
    Set<String> allowed = plan.hazards().stream().map(Hazard::flag).collect(Collectors.toSet());
    DeploymentResult result =
        deployment.execute(plan, new ExecuteOptions(allowed, Duration.ZERO, "test", "test"));
    String failure =
        result instanceof DeploymentResult.Failed failed
            ? failed.failure().number()
                + " "
                + failed.failure().message()
                + "\n"
                + failed.failure().batchSql()
            : "";
    assertThat(failure).isEmpty();
    assertThat(result).isInstanceOf(DeploymentResult.Succeeded.class);
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
