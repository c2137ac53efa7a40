package io.hartonomous.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hartonomous.deploy.Target;
import io.hartonomous.environment.Environment;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs as far as they go without a server.
class PipelineTest {
  /// An engine that does not start.
  private static final TargetProvider NONE =
      new TargetProvider() {
        @Override
        public Target local(String database, Consumer<String> progress) throws PipelineException {
          throw new PipelineException(Kind.UNAVAILABLE, "no engine here");
        }

        @Override
        public String label() {
          return "nothing";
        }
      };

  private static class Silent implements PipelineListener {
    @Override
    public void target(String environment, String server, String database) {}

    @Override
    public void started(StepName step) {}

    @Override
    public void progress(StepName step, String text) {}

    @Override
    public void message(StepName step, String text) {}

    @Override
    public void warning(String text) {}

    @Override
    public void finished(StepReport report) {}
  }

  @TempDir Path folder;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(
        folder.resolve("p.sqlproj"), "<Project Sdk=\"Microsoft.Build.Sql\"></Project>");
    Files.writeString(folder.resolve("t.sql"), "CREATE TABLE dbo.t (id int NOT NULL);\n");
  }

  private DeployRequest request(Path project, Environment environment, Goal... goals) {
    return new DeployRequest(
        project,
        environment,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Secret.NONE,
        true,
        false,
        Optional.empty(),
        Set.of(goals),
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

  private static PipelineRun run(DeployRequest request) throws PipelineException {
    return new Pipeline(NONE, "1.2.3", PipelineListener.SILENT).run(request);
  }

  private static PipelineException fails(DeployRequest request) {
    return catchThrowableOfType(PipelineException.class, () -> run(request));
  }

  @Test
  void buildsAndPackagesWithoutATarget() throws Exception {
    PipelineRun run = run(request(folder, Environment.LOCAL, Goal.BUILD));
    assertThat(run.result().outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(run.packageFile()).contains(folder.resolve("bin/p.dacpac"));
    assertThat(folder.resolve("bin/p.dacpac")).isRegularFile();
    assertThat(run.result().steps())
        .extracting(StepReport::status)
        .containsExactly(
            Status.SUCCEEDED,
            Status.SUCCEEDED,
            Status.SKIPPED,
            Status.SKIPPED,
            Status.SKIPPED,
            Status.SKIPPED);
  }

  @Test
  void leavesNoPackageOfABuildWithErrors() throws Exception {
    run(request(folder, Environment.LOCAL, Goal.BUILD));
    Files.writeString(folder.resolve("v.sql"), "CREATE VIEW dbo.v AS SELECT nothing FROM dbo.t;");
    PipelineRun run = run(request(folder, Environment.LOCAL, Goal.BUILD));
    assertThat(run.result().outcome()).isEqualTo(Outcome.BUILD_FAILED);
    assertThat(run.result().errors()).isPositive();
    assertThat(folder.resolve("bin/p.dacpac")).doesNotExist();
  }

  @Test
  void needsServerAndDatabaseBeyondTheEngine() {
    PipelineException e =
        fails(request(folder, Environment.of("Staging").orElseThrow(), Goal.PLAN));
    assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
    assertThat(e).hasMessageContaining("--server and --database");
  }

  @Test
  void saysThatTheEngineDoesNotAnswerAndWhatWasDoneBefore() {
    PipelineException e =
        fails(request(folder, Environment.LOCAL, Goal.BUILD, Goal.PLAN, Goal.PUBLISH));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e).hasMessage("no engine here");
    assertThat(e.run().orElseThrow().packageFile()).isPresent();
  }

  @Test
  void letsTheEngineStartWhileTheProjectIsBuilt() throws Exception {
    List<String> calls = new ArrayList<>();
    TargetProvider engine =
        new TargetProvider() {
          @Override
          public void prepare() {
            calls.add("prepare");
          }

          @Override
          public Target local(String database, Consumer<String> progress) throws PipelineException {
            calls.add("local");
            return NONE.local(database, progress);
          }

          @Override
          public String label() {
            return NONE.label();
          }
        };
    PipelineListener listener =
        new Silent() {
          @Override
          public void finished(StepReport report) {
            calls.add(report.name().name());
          }
        };
    Pipeline pipeline = new Pipeline(engine, "1.2.3", listener);
    pipeline.run(request(folder, Environment.LOCAL, Goal.BUILD));
    assertThat(calls).doesNotContain("prepare", "local");
    calls.clear();
    assertThatThrownBy(
            () -> pipeline.run(request(folder, Environment.LOCAL, Goal.BUILD, Goal.PUBLISH)))
        .isInstanceOf(PipelineException.class);
    assertThat(calls).startsWith("prepare", "BUILD", "PACKAGE", "local");
  }

  @Test
  void refusesAMissingProjectAndTwoInOneFolder() throws IOException {
    assertThat(fails(request(folder.resolve("x"), Environment.LOCAL, Goal.BUILD)).kind())
        .isEqualTo(Kind.BAD_INPUT);
    Files.copy(folder.resolve("p.sqlproj"), folder.resolve("q.sqlproj"));
    PipelineException two = fails(request(folder, Environment.LOCAL, Goal.BUILD));
    assertThat(two.kind()).isEqualTo(Kind.BAD_INPUT);
    assertThat(two.getMessage()).contains("p.sqlproj", "q.sqlproj");
  }

  @Test
  void refusesAMissingAndAStalePackage() throws Exception {
    DeployRequest plan = request(folder, Environment.LOCAL, Goal.PLAN, Goal.PUBLISH);
    PipelineException missing = fails(plan);
    assertThat(missing.kind()).isEqualTo(Kind.BAD_INPUT);
    assertThat(missing).hasMessageContaining("There is no package");
    run(request(folder, Environment.LOCAL, Goal.BUILD));
    Files.setLastModifiedTime(
        folder.resolve("t.sql"), FileTime.from(Instant.now().plusSeconds(60)));
    PipelineException stale = fails(plan);
    assertThat(stale.kind()).isEqualTo(Kind.BAD_INPUT);
    assertThat(stale).hasMessageContaining("is older than t.sql");
  }

  @Test
  void findsTheFirstSourceThatIsNewer() throws IOException {
    Path made = Files.writeString(folder.resolve("made"), "");
    Path source = folder.resolve("t.sql");
    Path absent = folder.resolve("absent.sql");
    FileTime time = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
    Files.setLastModifiedTime(made, time);
    Files.setLastModifiedTime(source, time);
    assertThat(Freshness.newerThan(made, List.of(absent, source))).isEmpty();
    Files.setLastModifiedTime(source, FileTime.from(time.toInstant().plusSeconds(1)));
    assertThat(Freshness.newerThan(made, List.of(absent, source))).contains(source);
  }
}
