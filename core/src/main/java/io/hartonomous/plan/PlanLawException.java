package io.hartonomous.plan;

import java.util.List;

/// The changes do not lead from the target to the source: a defect of this tool. Nothing may run.
public final class PlanLawException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> violations;

  public PlanLawException(List<String> violations) {
    super("the plan does not lead to the source: " + String.join("; ", violations));
    this.violations = List.copyOf(violations);
  }

  public List<String> violations() {
    return violations;
  }
}
