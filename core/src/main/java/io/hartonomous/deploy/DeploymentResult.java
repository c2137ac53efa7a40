package io.hartonomous.deploy;

import io.hartonomous.plan.Hazard;
import java.util.List;

/// How running a plan ended. `steps` are those that ran, in order.
public sealed interface DeploymentResult {
  List<StepResult> steps();

  record Succeeded(List<StepResult> steps) implements DeploymentResult {
    public Succeeded {
      steps = List.copyOf(steps);
    }
  }

  /// Stopped at hazards that nobody allowed. Nothing had run if `steps` is empty.
  record Blocked(List<HazardAtStake> hazards, List<StepResult> steps) implements DeploymentResult {
    public Blocked {
      hazards = List.copyOf(hazards);
      steps = List.copyOf(steps);
    }
  }

  /// Stopped at an error. `untouched` says that nothing which ran before has stayed: the failed
  /// step was rolled back and no other had run.
  record Failed(StepFailure failure, boolean untouched, List<StepResult> steps)
      implements DeploymentResult {
    public Failed {
      steps = List.copyOf(steps);
    }
  }

  /// A hazard with the rows that it would touch.
  record HazardAtStake(Hazard hazard, long rows) {}
}
