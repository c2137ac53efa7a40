package io.hartonomous.pipeline;

import io.hartonomous.dbtest.TestOutcome;
import io.hartonomous.deploy.StepFailure;
import io.hartonomous.deploy.Target;
import io.hartonomous.diagnostics.Severity;
import io.hartonomous.pipeline.PipelineResult.HazardReport;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.PipelineResult.RunTarget;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.plan.Plan;
import io.hartonomous.project.BuildResult;
import io.hartonomous.project.Project;
import io.hartonomous.scaffold.Scaffold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of one run: what the steps found so far. Each step writes its own part.
final class Run {
  final DeployRequest request;
  private final Optional<Project> project;

  /// The name of the project, or of the package where there is no project.
  final String name;

  final String database;
  final PipelineListener listener;

  Optional<BuildResult> build = Optional.empty();
  Optional<Path> packageFile = Optional.empty();
  Optional<BuiltSource> source = Optional.empty();
  Optional<Target> target = Optional.empty();
  Optional<Plan> plan = Optional.empty();
  boolean databaseCreated;
  boolean publishing;
  boolean published;
  Optional<StepFailure> failure = Optional.empty();
  Optional<Scaffold> scaffold = Optional.empty();
  List<TestOutcome> tests = List.of();
  List<HazardReport> hazards = List.of();
  Outcome outcome = Outcome.SUCCEEDED;
  Optional<String> failureText = Optional.empty();

  private final List<StepReport> steps = new ArrayList<>();
  private Optional<StepName> open = Optional.empty();
  private long started;

  Run(
      DeployRequest request,
      Optional<Project> project,
      String name,
      String database,
      PipelineListener listener) {
    this.request = request;
    this.project = project;
    this.name = name;
    this.database = database;
    this.listener = listener;
  }

  boolean hasProject() {
    return project.isPresent();
  }

  /// The project; all but publishing a package alone has one.
  Project project() {
    return project.orElseThrow();
  }

  void start(StepName step) {
    started = System.nanoTime();
    open = Optional.of(step);
    listener.started(step);
  }

  void finish(StepName step, Status status, String summary) {
    report(new StepReport(step, status, (System.nanoTime() - started) / 1_000_000, summary));
  }

  void skip(StepName step) {
    report(new StepReport(step, Status.SKIPPED, 0, ""));
  }

  private void report(StepReport report) {
    steps.add(report);
    open = Optional.empty();
    listener.finished(report);
  }

  void progress(StepName step, String text) {
    listener.progress(step, text);
  }

  void message(StepName step, String text) {
    listener.message(step, text);
  }

  /// Ends a run that cannot go on. The step at which it stopped counts as `status`.
  PipelineRun abandon(Status status, Outcome reason, String text) {
    open.ifPresent(step -> finish(step, status, ""));
    fail(reason, text);
    return end();
  }

  /// Notes why the run does not succeed; the first reason counts.
  void fail(Outcome reason, String text) {
    if (outcome == Outcome.SUCCEEDED) {
      outcome = reason;
      failureText = Optional.of(text);
    }
  }

  PipelineRun end(Outcome reason) {
    fail(reason, "The build found errors.");
    return end();
  }

  /// What the run gave; steps that it did not come to are skipped.
  PipelineRun end() {
    for (StepName step : StepName.values()) {
      if (steps.stream().noneMatch(report -> report.name() == step)) {
        skip(step);
      }
    }
    int errors = (int) findings(Severity.ERROR);
    int warnings = (int) findings(Severity.WARNING);
    int passed = (int) tests.stream().filter(TestOutcome::passed).count();
    PipelineResult result =
        new PipelineResult(
            outcome,
            request.environment().label(),
            target.map(t -> new RunTarget(t.server(), t.database())),
            steps,
            errors,
            warnings,
            plan.map(p -> p.changes().size()).orElse(0),
            scaffold.map(Scaffold::entities).orElse(0),
            passed,
            tests.size() - passed,
            hazards,
            failureText);
    return new PipelineRun(
        result, build, packageFile, plan, target, databaseCreated, failure, scaffold, tests);
  }

  private long findings(Severity severity) {
    return build.stream()
        .flatMap(b -> b.diagnostics().stream())
        .filter(d -> d.severity() == severity)
        .count();
  }
}
