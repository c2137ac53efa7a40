package io.hartonomous.pipeline;

import io.hartonomous.dbtest.JUnitReport;
import io.hartonomous.dbtest.TestCase;
import io.hartonomous.dbtest.TestFile;
import io.hartonomous.dbtest.TestOutcome;
import io.hartonomous.dbtest.TestRunner;
import io.hartonomous.deploy.DeployListener;
import io.hartonomous.deploy.Deployment;
import io.hartonomous.deploy.TargetUnreachableException;
import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.text.Decoding;
import io.hartonomous.text.NotTextException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Runs the project's database tests: `tests/**/*.sql`.
final class TestStep {
  private final Run run;
  private final TargetProvider local;

  TestStep(Run run, TargetProvider local) {
    this.run = run;
    this.local = local;
  }

  void run() throws PipelineException {
    if (!run.request.environment().runsTests() && !run.request.testsAnywhere()) {
      run.listener.warning(
          "Tests do not run on "
              + run.request.environment().label()
              + " unless they are asked for with --tests-anywhere.");
      run.skip(StepName.TEST);
      return;
    }
    run.start(StepName.TEST);
    List<TestCase> tests = tests();
    if (tests.isEmpty()) {
      run.finish(StepName.TEST, Status.SUCCEEDED, "no tests in " + folder().getFileName() + "/");
      return;
    }
    Targets.resolve(run, local, StepName.TEST);
    try (Deployment session = Deployment.open(run.target.orElseThrow(), DeployListener.SILENT)) {
      if (!session.databaseExists()) {
        throw new PipelineException(
            Kind.UNAVAILABLE,
            "The database "
                + run.target.get().display()
                + " does not exist. Publish the project first.");
      }
      run.tests =
          new TestRunner(session.connection())
              .run(tests, outcome -> run.progress(StepName.TEST, line(outcome)));
    } catch (TargetUnreachableException e) {
      throw new PipelineException(Kind.UNAVAILABLE, e.getMessage(), e);
    } catch (SQLException e) {
      throw new PipelineException(
          Kind.UNAVAILABLE,
          "The tests cannot be run on " + run.target.get().display() + ": " + e.getMessage(),
          e);
    }
    report();
    long failed = run.tests.stream().filter(test -> !test.passed()).count();
    run.finish(
        StepName.TEST,
        failed == 0 ? Status.SUCCEEDED : Status.FAILED,
        run.tests.size() - failed + " passed, " + failed + " failed");
    if (failed > 0) {
      run.fail(
          run.published
              ? PipelineResult.Outcome.NEEDS_ATTENTION
              : PipelineResult.Outcome.TESTS_FAILED,
          failed + " of " + Count.of(run.tests.size(), "database test") + " failed.");
    }
  }

  private static String line(TestOutcome outcome) {
    return (outcome.passed() ? "passed " : "FAILED ")
        + outcome.test().name()
        + (outcome.passed() ? "" : ": " + outcome.detail());
  }

  private Path folder() {
    return run.project().folder().resolve("tests");
  }

  private List<TestCase> tests() throws PipelineException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    List<TestCase> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".sql"))
              .sorted()
              .toList()) {
        String name = run.project().folder().relativize(file).toString().replace('\\', '/');
        tests.addAll(TestFile.parse(name, Decoding.decode(Files.readAllBytes(file))));
      }
      return tests;
    } catch (IOException e) {
      throw new PipelineException(
          Kind.BAD_INPUT,
          "The tests in " + folder() + " cannot be read: " + e.getMessage() + ".",
          e);
    } catch (NotTextException e) {
      throw new PipelineException(
          Kind.BAD_INPUT, "A file in " + folder() + " is no text: " + e.getMessage(), e);
    }
  }

  private void report() throws PipelineException {
    Path file =
        run.request
            .testReport()
            .orElseGet(() -> run.project().folder().resolve("obj").resolve("hart-tests.xml"));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, JUnitReport.write(run.tests), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PipelineException(
          Kind.BAD_INPUT,
          "The test report " + file + " cannot be written: " + e.getMessage() + ".",
          e);
    }
  }
}
