package io.hartonomous.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.deploy.DeployListener;
import io.hartonomous.deploy.Deployment;
import io.hartonomous.deploy.DeploymentResult;
import io.hartonomous.deploy.ExecuteOptions;
import io.hartonomous.deploy.LockedException;
import io.hartonomous.deploy.StepResult;
import io.hartonomous.deploy.Target;
import io.hartonomous.deploy.TargetUnreachableException;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.diff.ScriptModel;
import io.hartonomous.engine.EngineConnection;
import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineServer;
import io.hartonomous.engine.EngineState;
import io.hartonomous.engine.interpret.TsqlSessions;
import io.hartonomous.introspect.IntrospectedDatabase;
import io.hartonomous.introspect.IntrospectionException;
import io.hartonomous.introspect.Introspector;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.plan.Dependencies;
import io.hartonomous.plan.DeploymentScript;
import io.hartonomous.plan.Plan;
import io.hartonomous.plan.PlanRequest;
import io.hartonomous.plan.Planner;
import io.hartonomous.plan.Step;
import io.hartonomous.plan.WordDependencies;
import io.hartonomous.secrets.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One session from the pre-deployment script to the last validation, against the engine through
/// the real driver.
class DeploymentOnEngineTest {
  private static final String TABLE =
      "CREATE TABLE dbo.T (Id INT NOT NULL CONSTRAINT PK_T PRIMARY KEY, A NVARCHAR(50) NULL)\n";
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

  private static Target target(String database) {
    EngineConnection engine = server.connection();
    return Target.of("127.0.0.1," + engine.port(), database, engine.user(), engine.password())
        .withTrustServerCertificate(true);
  }

  private static String database() {
    return "deploy" + DATABASES.incrementAndGet();
  }

  private static Plan plan(Deployment deployment, String script, UnaryOperator<PlanRequest> more)
      throws Exception {
    IntrospectedDatabase live = Introspector.read(deployment.connection());
    DatabaseModel source = ScriptModel.of(script);
    return Planner.plan(
        more.apply(
            PlanRequest.of(live.model(), source)
                .withDatabase("db")
                .withDependencies(
                    Dependencies.ofMap(live.dependencies(), live.model().collation()),
                    WordDependencies.of(source))));
  }

  private static DeploymentResult publish(
      Deployment deployment, String script, UnaryOperator<PlanRequest> more, String... allowed)
      throws Exception {
    return deployment.execute(
        plan(deployment, script, more),
        new ExecuteOptions(Set.of(allowed), Duration.ZERO, "test", "1"));
  }

  private static Deployment open(String database) throws Exception {
    Deployment deployment = Deployment.open(target(database), DeployListener.SILENT);
    deployment.createDatabase(Optional.of("Latin1_General_CI_AS"));
    deployment.lock();
    return deployment;
  }

  private static void run(Deployment deployment, String sql) throws Exception {
    try (Statement statement = deployment.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Deployment deployment, String sql) throws Exception {
    try (Statement statement = deployment.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return String.join(", ", texts);
    }
  }

  private static UnaryOperator<PlanRequest> scripts(String pre, String post) {
    return request ->
        request
            .withScripts(
                Optional.of(pre)
                    .filter(s -> !s.isEmpty())
                    .map(s -> new DeploymentScript("Pre.sql", s)),
                Optional.of(post)
                    .filter(s -> !s.isEmpty())
                    .map(s -> new DeploymentScript("Scripts/Post.sql", s)))
            .withVariables(Map.of("Seed", "first"));
  }

  @Test
  void scriptsRunAroundTheStepsAndSayWhatTheyDo() throws Exception {
    List<String> heard = new ArrayList<>();
    DeployListener listener =
        new DeployListener() {
          @Override
          public void message(Step step, int number, int severity, String text) {
            heard.add(step.phase() + ": " + text);
          }
        };
    try (Deployment deployment = Deployment.open(target(database()), listener)) {
      deployment.createDatabase();
      deployment.lock();
      String post =
          """
          MERGE dbo.T AS t USING (VALUES (1, N'$(Seed)'), (2, N'b')) AS s (Id, A) ON t.Id = s.Id
          WHEN NOT MATCHED THEN INSERT (Id, A) VALUES (s.Id, s.A);
          GO
          PRINT N'seeded $(DatabaseName)';
          """;
      DeploymentResult first = publish(deployment, TABLE, scripts("PRINT N'before';", post));
      assertThat(first).isInstanceOf(DeploymentResult.Succeeded.class);
      assertThat(first.steps())
          .extracting(r -> r.step().phase().name())
          .containsExactly("PRE_DEPLOYMENT", "CHANGE", "POST_DEPLOYMENT");
      assertThat(first.steps().getLast().rows()).isEqualTo(2);
      assertThat(heard).containsExactly("PRE_DEPLOYMENT: before", "POST_DEPLOYMENT: seeded db");
      assertThat(text(deployment, "SELECT A FROM dbo.T ORDER BY Id")).isEqualTo("first, b");
      Plan again = plan(deployment, TABLE, scripts("PRINT N'before';", post));
      assertThat(again.isEmpty()).isTrue();
      DeploymentResult second = publish(deployment, TABLE, scripts("PRINT N'before';", post));
      assertThat(second.steps()).extracting(StepResult::rows).containsExactly(0L, 0L);
    }
  }

  @Test
  void aFailureNamesFileLineAndNumberAndItsStepIsUndone() throws Exception {
    try (Deployment deployment = open(database())) {
      DeploymentResult result =
          publish(
              deployment,
              TABLE,
              scripts(
                  "",
                  "PRINT N'x';\n"
                      + "GO\n\n"
                      + "INSERT dbo.T (Id) VALUES (1);\n"
                      + "INSERT dbo.T (Id) VALUES (1);\n"));
      DeploymentResult.Failed failed = (DeploymentResult.Failed) result;
      assertThat(failed.failure().file()).isEqualTo("Scripts/Post.sql");
      assertThat(failed.failure().line()).isEqualTo(5);
      assertThat(failed.failure().number()).isEqualTo(2627);
      assertThat(failed.failure().batchSql()).contains("INSERT dbo.T");
      assertThat(failed.untouched()).isFalse();
      assertThat(text(deployment, "SELECT status FROM hart.deployment_step ORDER BY step_id"))
          .isEqualTo("done, failed");
    }
  }

  @Test
  void rowsAtStakeStopADeploymentUntilTheyAreAllowed() throws Exception {
    String without = "CREATE TABLE dbo.T (Id INT NOT NULL CONSTRAINT PK_T PRIMARY KEY)\n";
    try (Deployment deployment = open(database())) {
      assertThat(publish(deployment, TABLE, UnaryOperator.identity()))
          .isInstanceOf(DeploymentResult.Succeeded.class);
      run(deployment, "INSERT dbo.T (Id, A) VALUES (1, N'kept');");
      DeploymentResult.Blocked blocked =
          (DeploymentResult.Blocked) publish(deployment, without, UnaryOperator.identity());
      assertThat(blocked.steps()).isEmpty();
      assertThat(blocked.hazards())
          .singleElement()
          .satisfies(h -> {
            assertThat(h.rows()).isEqualTo(1);
            assertThat(h.hazard().flag()).isEqualTo("data-loss:dbo.T.A");
            assertThat(h.hazard().kind().id()).isEqualTo("HRT5001");
          });
      assertThat(text(deployment, "SELECT A FROM dbo.T")).isEqualTo("kept");
      // A pre-deployment script may move the rows out of the way.
      assertThat(publish(deployment, without, scripts("DELETE dbo.T;", "")))
          .isInstanceOf(DeploymentResult.Succeeded.class);
      assertThat(publish(deployment, TABLE, UnaryOperator.identity()))
          .isInstanceOf(DeploymentResult.Succeeded.class);
      run(deployment, "INSERT dbo.T (Id, A) VALUES (1, N'lost');");
      assertThat(publish(deployment, without, UnaryOperator.identity(), "DATA-LOSS:dbo.t.a"))
          .isInstanceOf(DeploymentResult.Succeeded.class);
      assertThat(text(deployment, "SELECT COUNT(*) FROM dbo.T")).isEqualTo("1");
    }
  }

  @Test
  void onlyOneDeploymentRunsAtATime() throws Exception {
    String name = database();
    try (Deployment first = open(name)) {
      publish(first, TABLE, UnaryOperator.identity());
      try (Deployment second = Deployment.open(target(name), DeployListener.SILENT)) {
        assertThatThrownBy(second::lock)
            .isInstanceOf(LockedException.class)
            .hasMessageContaining(name);
      }
    }
    try (Deployment third = open(name)) {
      assertThat(third.databaseExists()).isTrue();
    }
  }

  @Test
  void whatIsNotThereIsUnreachable() {
    EngineConnection engine = server.connection();
    Target wrong =
        Target.of("127.0.0.1," + engine.port(), "db", engine.user(), Secret.of("s3cret-guess"))
            .withTrustServerCertificate(true);
    assertThatThrownBy(() -> Deployment.open(wrong, DeployListener.SILENT))
        .isInstanceOf(TargetUnreachableException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageContaining("db")
        .hasMessageNotContaining("s3cret-guess");
  }

  @Test
  void aRenameIsDoneOnceAndNoted() throws Exception {
    String renamed = TABLE.replace("A NVARCHAR", "Title NVARCHAR");
    RefactorLog log =
        new RefactorLog(
            List.of(
                new RefactorLog.Operation(
                    "11111111-2222-3333-4444-555555555555",
                    RefactorLog.Kind.RENAME,
                    "SqlSimpleColumn",
                    List.of("dbo", "T", "A"),
                    "Title")));
    try (Deployment deployment = open(database())) {
      publish(deployment, TABLE, UnaryOperator.identity());
      run(deployment, "INSERT dbo.T (Id, A) VALUES (1, N'kept');");
      assertThat(deployment.appliedRefactorings()).isEmpty();
      assertThat(publish(deployment, renamed, request -> request.withRefactorLog(log)))
          .isInstanceOf(DeploymentResult.Succeeded.class);
      assertThat(text(deployment, "SELECT Title FROM dbo.T")).isEqualTo("kept");
      assertThat(deployment.appliedRefactorings())
          .containsExactly("11111111-2222-3333-4444-555555555555");
    }
  }

  @Test
  void ourOwnTablesAreNotSeen() throws Exception {
    try (Deployment deployment = open(database())) {
      publish(deployment, TABLE, UnaryOperator.identity());
      assertThat(text(deployment, "SELECT COUNT(*) FROM hart.deployment")).isEqualTo("1");
      assertThat(Introspector.read(deployment.connection()).model().objects())
          .extracting(SchemaObject::toString)
          .noneMatch(object -> object.contains("hart"));
    }
  }

  @Test
  void aDatabaseIsReadInTwoRoundTrips() throws Exception {
    try (Deployment deployment = open(database())) {
      publish(deployment, TABLE, UnaryOperator.identity());
      AtomicInteger trips = new AtomicInteger();
      Introspector.read(counting(deployment.connection(), trips));
      assertThat(trips).hasValue(2);
    }
  }

  @Test
  void aTargetThatCannotBeReadWhollyIsRefused() throws Exception {
    try (Deployment deployment = open(database())) {
      run(deployment, "CREATE PROCEDURE dbo.Hidden AS SELECT 1;");
      assertRefused(
          deployment,
          "definition, uses",
          "CONVERT(nvarchar(max), NULL) AS definition, uses",
          "[dbo].[Hidden]");
      assertRefused(
          deployment,
          "HAS_PERMS_BY_NAME(d.name, 'DATABASE', 'VIEW DEFINITION')",
          "0",
          "VIEW DEFINITION");
      assertRefused(deployment, "FROM sys.synonyms", "FROM sys.no_such_view", "no_such_view");
      assertThat(Introspector.read(deployment.connection()).model().objects()).isNotEmpty();
    }
  }

  /// The queries with one place changed, so that the server answers as one would that hides
  /// something.
  private static void assertRefused(
      Deployment deployment, String place, String other, String named) {
    Connection changed =
        changing(deployment.connection(), sql -> sql.replace(place, other), new AtomicInteger());
    assertThatThrownBy(() -> Introspector.read(changed))
        .isInstanceOf(IntrospectionException.class)
        .hasMessageContaining(named);
  }

  /// The connection with every statement that it makes counted when it runs.
  private static Connection counting(Connection connection, AtomicInteger trips) {
    return changing(connection, sql -> sql, trips);
  }

  private static Connection changing(
      Connection connection, UnaryOperator<String> sql, AtomicInteger trips) {
    return proxy(
        Connection.class,
        connection,
        (_, arguments) -> arguments,
        result ->
            result instanceof Statement statement
                ? proxy(
                    Statement.class,
                    statement,
                    (name, arguments) -> {
                      if (!name.equals("execute")) {
                        return arguments;
                      }
                      trips.incrementAndGet();
                      return new Object[] {sql.apply((String) arguments[0])};
                    },
                    r -> r)
                : result);
  }

  private static <T> T proxy(
      Class<T> type,
      T target,
      BiFunction<String, Object[], Object[]> arguments,
      UnaryOperator<Object> results) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, given) -> {
              try {
                return results.apply(
                    method.invoke(target, arguments.apply(method.getName(), given)));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
