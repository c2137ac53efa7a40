package io.hartonomous.deploy;

import java.time.Duration;
import java.util.Set;

/// How to run a plan. `allowed` are flags of hazards (`data-loss:dbo.T.Col`); `commandTimeout` zero
/// is none; `label` names what is deployed in the journal.
public record ExecuteOptions(
    Set<String> allowed, Duration commandTimeout, String label, String toolVersion) {
  public ExecuteOptions {
    allowed = Set.copyOf(allowed);
  }

  public static ExecuteOptions of(String label) {
    return new ExecuteOptions(Set.of(), Duration.ZERO, label, "");
  }
}
