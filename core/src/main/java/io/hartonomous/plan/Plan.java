package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What has to be done to a target, in order. `changes` are the differences; `steps` the work,
/// deployment scripts included.
public record Plan(
    String database, List<Change> changes, List<Step> steps, Map<String, String> variables) {
  public Plan {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  /// Whether target and source are the same. Deployment scripts run nevertheless.
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  public List<Hazard> hazards() {
    return steps.stream().flatMap(step -> step.hazards().stream()).toList();
  }
}
