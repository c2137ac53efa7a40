package io.hartonomous.pipeline;

import io.hartonomous.environment.Environment;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.project.Project;
import io.hartonomous.project.ProjectException;
import io.hartonomous.project.ProjectReader;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;

/// Runs a request from source to tested database. One object serves many runs, one after the other.
///
/// What the user's project, data or target says no to is in the result; a [PipelineException] is
/// for a run that could not begin or lost its target; a [PipelineFault] is our own mistake.
public final class Pipeline {
  private final TargetProvider local;
  private final String toolVersion;
  private final PipelineListener listener;

  public Pipeline(TargetProvider local, String toolVersion, PipelineListener listener) {
    this.local = local;
    this.toolVersion = toolVersion;
    this.listener = listener;
  }

  public PipelineRun run(DeployRequest request) throws PipelineException {
    boolean needsTarget =
        request.goals().contains(Goal.PLAN)
            || request.goals().contains(Goal.PUBLISH)
            || request.goals().contains(Goal.TEST);
    if (needsTarget
        && request.environment() != Environment.LOCAL
        && (request.server().isEmpty() || request.database().isEmpty())) {
      throw new PipelineException(
          Kind.CONFIGURATION,
          "The environment "
              + request.environment().label()
              + " has no server and database. Name them with --server and --database.");
    }
    Optional<Project> project = project(request);
    String name = project.map(Project::name).orElseGet(() -> packageName(request));
    String database = request.database().orElse(name);
    Run run = new Run(request, project, name, database, listener);
    listener.target(
        request.environment().label(),
        needsTarget ? request.server().orElse(local.label()) : "",
        needsTarget ? database : "");
    try {
      return steps(run, needsTarget && request.server().isEmpty());
    } catch (RuntimeException | Error e) {
      throw fault(run, e);
    } catch (PipelineException e) {
      if (run.publishing) {
        // The database may have changed: that weighs more than what stopped the run.
        return run.abandon(Status.FAILED, Outcome.NEEDS_ATTENTION, e.getMessage());
      }
      boolean locked = e.kind() == Kind.LOCKED;
      throw e.during(
          run.abandon(
              locked ? Status.BLOCKED : Status.FAILED,
              locked ? Outcome.BLOCKED : Outcome.NEEDS_ATTENTION,
              e.getMessage()));
    }
  }

  private static RuntimeException fault(Run run, Throwable mistake) {
    String text =
        "The tool failed: "
            + mistake
            + (run.publishing ? ". The database may have been changed." : ".");
    try {
      return new PipelineFault(run.abandon(Status.FAILED, Outcome.NEEDS_ATTENTION, text), mistake);
    } catch (RuntimeException another) {
      another.addSuppressed(mistake);
      return another;
    }
  }

  /// `prepared`: the local target is made ready as soon as there is something to bring to it.
  private PipelineRun steps(Run run, boolean prepared) throws PipelineException {
    if (run.request.goals().contains(Goal.BUILD)) {
      if (prepared) {
        local.prepare();
      }
      if (!new BuildStep(run, toolVersion).run()) {
        return run.end(Outcome.BUILD_FAILED);
      }
    } else {
      run.skip(StepName.BUILD);
      run.skip(StepName.PACKAGE);
      if (needsSource(run.request)) {
        new PackageStep(run).run();
      }
      if (prepared) {
        local.prepare();
      }
    }
    if (run.request.goals().contains(Goal.PLAN) || run.request.goals().contains(Goal.PUBLISH)) {
      if (!new DeployStep(run, local, toolVersion).run()) {
        return run.end();
      }
    } else {
      run.skip(StepName.PLAN);
      run.skip(StepName.PUBLISH);
    }
    if (run.request.goals().contains(Goal.SCAFFOLD) && !run.request.dryRun()) {
      new ScaffoldStep(run).run();
    } else {
      run.skip(StepName.SCAFFOLD);
    }
    if (run.request.goals().contains(Goal.TEST) && !run.request.dryRun()) {
      new TestStep(run, local).run();
    } else {
      run.skip(StepName.TEST);
    }
    return run.end();
  }

  private static String packageName(DeployRequest request) {
    String file = request.packageFile().orElseThrow().getFileName().toString();
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private static boolean needsSource(DeployRequest request) {
    return !Collections.disjoint(
        request.goals(), EnumSet.of(Goal.PLAN, Goal.PUBLISH, Goal.SCAFFOLD));
  }

  /// Empty where a package is published from a folder without a project, as on a build agent that
  /// has no sources.
  private static Optional<Project> project(DeployRequest request) throws PipelineException {
    boolean packageAlone =
        request.packageFile().isPresent()
            && EnumSet.of(Goal.PLAN, Goal.PUBLISH).containsAll(request.goals());
    try {
      if (packageAlone && ProjectReader.lacksProject(request.project())) {
        return Optional.empty();
      }
      return Optional.of(ProjectReader.read(request.project()));
    } catch (ProjectException e) {
      throw new PipelineException(Kind.BAD_INPUT, e.getMessage(), e);
    }
  }
}
