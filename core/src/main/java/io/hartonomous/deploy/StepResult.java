package io.hartonomous.deploy;

import io.hartonomous.plan.Step;
import java.util.List;

/// What became of a step. `rowCounts` are the counts of its statements that changed rows, in order.
public record StepResult(Step step, Status status, long millis, List<Long> rowCounts) {
  public StepResult {
    rowCounts = List.copyOf(rowCounts);
  }

  public enum Status {
    DONE,
    FAILED,
    BLOCKED
  }

  /// All rows that the step changed.
  public long rows() {
    return rowCounts.stream().mapToLong(Long::longValue).sum();
  }
}
