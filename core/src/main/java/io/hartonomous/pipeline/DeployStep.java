package io.hartonomous.pipeline;

import io.hartonomous.deploy.DeployListener;
import io.hartonomous.deploy.Deployment;
import io.hartonomous.deploy.DeploymentResult;
import io.hartonomous.deploy.DeploymentResult.HazardAtStake;
import io.hartonomous.deploy.ExecuteOptions;
import io.hartonomous.deploy.LockedException;
import io.hartonomous.deploy.StepFailure;
import io.hartonomous.deploy.StepResult;
import io.hartonomous.deploy.TargetUnreachableException;
import io.hartonomous.diff.PublishOptions;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.diff.UnsupportedOptionException;
import io.hartonomous.introspect.IntrospectedDatabase;
import io.hartonomous.introspect.IntrospectionException;
import io.hartonomous.introspect.Introspector;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.pipeline.PipelineResult.HazardReport;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.plan.Dependencies;
import io.hartonomous.plan.Phase;
import io.hartonomous.plan.Plan;
import io.hartonomous.plan.PlanRequest;
import io.hartonomous.plan.Planner;
import io.hartonomous.plan.ScriptException;
import io.hartonomous.plan.Step;
import io.hartonomous.plan.StepKind;
import io.hartonomous.plan.UnsupportedChangeException;
import io.hartonomous.project.ExpandedScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the target, plans, and publishes: one session from here to the last validation.
final class DeployStep {
  private final Run run;
  private final TargetProvider local;
  private final String toolVersion;

  DeployStep(Run run, TargetProvider local, String toolVersion) {
    this.run = run;
    this.local = local;
    this.toolVersion = toolVersion;
  }

  /// False where the run ends here.
  boolean run() throws PipelineException {
    boolean publish = run.request.goals().contains(Goal.PUBLISH) && !run.request.dryRun();
    run.start(StepName.PLAN);
    PublishOptions options = options();
    Optional<Deployment> opened = open();
    if (opened.isEmpty()) {
      run.skip(StepName.PLAN);
      run.skip(StepName.PUBLISH);
      return true;
    }
    try (Deployment deployment = opened.get()) {
      if (publish) {
        run.databaseCreated =
            deployment.createDatabase(run.source.map(source -> source.model().collation().name()));
        deployment.lock();
      }
      Plan plan = plan(deployment, options);
      run.plan = Optional.of(plan);
      ExecuteOptions execute =
          new ExecuteOptions(run.request.allowed(), Duration.ZERO, run.name, toolVersion);
      List<HazardAtStake> atStake =
          deployment.databaseExists() ? deployment.atStake(plan, execute) : List.of();
      run.hazards = hazards(plan, atStake);
      run.finish(
          StepName.PLAN,
          Status.SUCCEEDED,
          Count.of(plan.changes().size(), "change") + ", " + Count.of(plan.steps().size(), "step"));
      if (!publish) {
        run.skip(StepName.PUBLISH);
        return true;
      }
      run.start(StepName.PUBLISH);
      run.publishing = true;
      return published(deployment.execute(plan, execute));
    } catch (TargetUnreachableException e) {
      throw new PipelineException(Kind.UNAVAILABLE, e.getMessage(), e);
    } catch (LockedException e) {
      throw new PipelineException(Kind.LOCKED, e.getMessage(), e);
    } catch (IntrospectionException e) {
      throw new PipelineException(Kind.UNAVAILABLE, e.getMessage(), e);
    } catch (UnsupportedChangeException | ScriptException e) {
      throw new PipelineException(Kind.BAD_INPUT, e.getMessage(), e);
    }
  }

  /// Empty where the target does not answer and the run can do without: nothing is to be published,
  /// and a plan is not all that was asked for.
  private Optional<Deployment> open() throws PipelineException {
    try {
      Targets.resolve(run, local, StepName.PLAN);
      return Optional.of(Deployment.open(run.target.orElseThrow(), new Progress()));
    } catch (TargetUnreachableException e) {
      return withoutTarget(new PipelineException(Kind.UNAVAILABLE, e.getMessage(), e));
    } catch (PipelineException e) {
      return withoutTarget(e);
    }
  }

  private Optional<Deployment> withoutTarget(PipelineException unavailable)
      throws PipelineException {
    boolean needed = run.request.goals().contains(Goal.PUBLISH) || run.request.dryRun();
    if (needed || unavailable.kind() != Kind.UNAVAILABLE) {
      throw unavailable;
    }
    run.listener.warning("Nothing was planned: " + unavailable.getMessage());
    return Optional.empty();
  }

  private PublishOptions options() throws PipelineException {
    try {
      return PublishOptions.of(run.request.options());
    } catch (UnsupportedOptionException e) {
      throw new PipelineException(Kind.USAGE, e.getMessage(), e);
    }
  }

  private Plan plan(Deployment deployment, PublishOptions options)
      throws TargetUnreachableException, IntrospectionException {
    BuiltSource source = run.source.orElseThrow();
    DatabaseModel before =
        DatabaseModel.of(DatabaseOptions.of(source.model().options().provider()), List.of());
    Dependencies beforeDependencies = Dependencies.NONE;
    Set<String> applied = Set.of();
    if (deployment.databaseExists()) {
      IntrospectedDatabase live = Introspector.read(deployment.connection());
      before = live.model();
      beforeDependencies = Dependencies.ofMap(live.dependencies(), before.collation());
      applied = deployment.appliedRefactorings();
    }
    Set<String> seen = applied;
    RefactorLog log =
        new RefactorLog(
            source.refactorLog().operations().stream()
                .filter(operation -> !seen.contains(operation.key().toLowerCase(Locale.ROOT)))
                .toList());
    return Planner.plan(
        PlanRequest.of(before, source.model())
            .withDatabase(run.database)
            .withDependencies(beforeDependencies, source.dependencies())
            .withOptions(options)
            .withRefactorLog(log)
            .withOrigins(source.origins())
            .withScripts(source.pre(), source.post())
            .withVariables(variables(source)));
  }

  /// The user's values win over the project's defaults; the names that SqlPackage defines itself
  /// are there too.
  private Map<String, String> variables(BuiltSource source) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.putAll(source.variables());
    values.putAll(run.request.variables());
    values.put("DatabaseName", run.database);
    values.put("DefaultFilePrefix", run.database);
    values.putIfAbsent("DefaultDataPath", "");
    values.putIfAbsent("DefaultLogPath", "");
    values.put("__IsSqlCmdEnabled", "True");
    return values;
  }

  private List<HazardReport> hazards(Plan plan, List<HazardAtStake> atStake) {
    List<HazardReport> reports = new ArrayList<>();
    plan.hazards()
        .forEach(hazard -> {
          long rows =
              atStake.stream()
                  .filter(h -> h.hazard().equals(hazard))
                  .mapToLong(HazardAtStake::rows)
                  .findFirst()
                  .orElse(0);
          boolean allowed = hazard.allowedBy(run.request.allowed());
          reports.add(
              new HazardReport(
                  hazard.kind().id(),
                  hazard.object().name().quoted(),
                  hazard.message(),
                  rows,
                  allowed,
                  "--allow " + hazard.flag()));
        });
    return reports;
  }

  private boolean published(DeploymentResult result) {
    long rows =
        result.steps().stream().filter(DeployStep::isScript).mapToLong(StepResult::rows).sum();
    return switch (result) {
      case DeploymentResult.Succeeded succeeded -> {
        run.published = true;
        run.finish(
            StepName.PUBLISH,
            Status.SUCCEEDED,
            Count.of(succeeded.steps().size(), "step")
                + (hasScript(result) ? ", scripts changed " + Count.of(rows, "row") : ""));
        yield true;
      }
      case DeploymentResult.Blocked blocked -> {
        run.hazards = merge(blocked.hazards());
        run.finish(StepName.PUBLISH, Status.BLOCKED, Count.of(blocked.hazards().size(), "hazard"));
        // A pre-deployment script runs before hazards are looked at, as the reference's publisher
        // does.
        long changed =
            blocked.steps().stream()
                .filter(step -> step.status() == StepResult.Status.DONE && !isScript(step))
                .count();
        run.fail(
            changed == 0 ? Outcome.BLOCKED : Outcome.NEEDS_ATTENTION,
            "The deployment would lose data or fail on rows that are there; "
                + (changed > 0
                    ? Count.of(changed, "step") + " had run."
                    : blocked.steps().isEmpty()
                        ? "nothing was changed."
                        : "only the pre-deployment script had run."));
        yield false;
      }
      case DeploymentResult.Failed failed -> {
        StepFailure failure = located(failed.failure());
        run.failure = Optional.of(failure);
        run.finish(
            StepName.PUBLISH,
            failed.untouched() ? Status.ROLLED_BACK : Status.FAILED,
            "step " + failure.step().id() + ": " + failure.step().title());
        run.fail(
            failed.untouched() ? Outcome.ROLLED_BACK : Outcome.NEEDS_ATTENTION,
            "Step "
                + failure.step().id()
                + " ("
                + failure.step().title()
                + ") failed with error "
                + failure.number()
                + ": "
                + failure.message());
        yield false;
      }
    };
  }

  private List<HazardReport> merge(List<HazardAtStake> atStake) {
    List<HazardReport> reports = new ArrayList<>();
    atStake.forEach(h ->
        reports.add(
            new HazardReport(
                h.hazard().kind().id(),
                h.hazard().object().name().quoted(),
                h.hazard().message(),
                h.rows(),
                false,
                "--allow " + h.hazard().flag())));
    return reports;
  }

  private static boolean hasScript(DeploymentResult result) {
    return result.steps().stream().anyMatch(DeployStep::isScript);
  }

  private static boolean isScript(StepResult result) {
    return result.step().kind() == StepKind.SCRIPT;
  }

  /// A line of a script with includes is a line of one of its files.
  private StepFailure located(StepFailure failure) {
    BuiltSource source = run.source.orElseThrow();
    Optional<ExpandedScript> script =
        failure.step().phase() == Phase.PRE_DEPLOYMENT
            ? source.preDeployment()
            : failure.step().phase() == Phase.POST_DEPLOYMENT
                ? source.postDeployment()
                : Optional.empty();
    if (script.isEmpty() || failure.line() == 0) {
      return failure;
    }
    ExpandedScript.Place place = script.get().place(failure.line());
    return new StepFailure(
        failure.step(),
        failure.batchSql(),
        place.file(),
        place.line(),
        failure.batchLine(),
        failure.number(),
        failure.severity(),
        failure.state(),
        failure.procedure(),
        failure.message());
  }

  private final class Progress implements DeployListener {
    @Override
    public void stepStarted(Step step) {
      run.progress(StepName.PUBLISH, step.title());
    }

    @Override
    public void message(Step step, int number, int severity, String text) {
      run.message(StepName.PUBLISH, text);
    }
  }
}
