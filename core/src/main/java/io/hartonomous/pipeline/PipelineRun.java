package io.hartonomous.pipeline;

import io.hartonomous.dbtest.TestOutcome;
import io.hartonomous.deploy.StepFailure;
import io.hartonomous.deploy.Target;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.plan.Plan;
import io.hartonomous.project.BuildResult;
import io.hartonomous.scaffold.Scaffold;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything that a run found and did, for whoever shows it.
///
/// `packageFile` is the package that was written or taken. `databaseCreated` says that the run made
/// the database.
public record PipelineRun(
    PipelineResult result,
    Optional<BuildResult> build,
    Optional<Path> packageFile,
    Optional<Plan> plan,
    Optional<Target> target,
    boolean databaseCreated,
    Optional<StepFailure> failure,
    Optional<Scaffold> scaffold,
    List<TestOutcome> tests) {
  public PipelineRun {
    tests = List.copyOf(tests);
  }

  public List<Diagnostic> diagnostics() {
    return build.map(BuildResult::diagnostics).orElse(List.of());
  }
}
