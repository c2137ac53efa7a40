package io.hartonomous.pipeline;

import java.util.List;
import java.util.Optional;

/// What a whole run gave. `changes` counts changes of the plan, `entities` scaffolded classes.
/// `failure` says in one sentence what went wrong.
public record PipelineResult(
    Outcome outcome,
    String environment,
    Optional<RunTarget> target,
    List<StepReport> steps,
    int errors,
    int warnings,
    int changes,
    int entities,
    int testsPassed,
    int testsFailed,
    List<HazardReport> hazards,
    Optional<String> failure) {
  public PipelineResult {
    steps = List.copyOf(steps);
    hazards = List.copyOf(hazards);
  }

  /// Where the run went; never a password.
  public record RunTarget(String server, String database) {}

  /// A hazard of the plan. `rows` is -1 where nobody could count. `allow` is the flag that allows
  /// it.
  public record HazardReport(
      String id, String object, String message, long rows, boolean allowed, String allow) {}

  public enum Outcome {
    SUCCEEDED("succeeded"),
    /// The build found errors.
    BUILD_FAILED("failed"),
    /// A hazard stopped the run before it changed anything.
    BLOCKED("blocked"),
    /// A deployment failed and left the database as it was.
    ROLLED_BACK("rolledBack"),
    /// A deployment failed midway, or a step after it failed.
    NEEDS_ATTENTION("failed"),
    /// Tests failed where nothing was published in this run.
    TESTS_FAILED("failed");

    private final String status;

    Outcome(String status) {
      this.status = status;
    }

    /// The word of the machine format.
    public String status() {
      return status;
    }
  }
}
