package io.hartonomous.plan;

import io.hartonomous.model.ObjectKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Steps as the planner finds them; phases put them in order, within a phase they stay as they
/// came.
final class StepList {
  private final Map<Phase, List<Step>> byPhase = new EnumMap<>(Phase.class);
  private final Function<ObjectKey, Optional<SourcePlace>> origins;

  StepList(Function<ObjectKey, Optional<SourcePlace>> origins) {
    this.origins = origins;
  }

  void add(
      Phase phase, StepKind kind, ObjectKey object, String title, String sql, Hazard... hazards) {
    add(phase, kind, object, title, List.of(Batch.of(sql)), true, List.of(hazards));
  }

  void add(
      Phase phase,
      StepKind kind,
      ObjectKey object,
      String title,
      List<Batch> batches,
      boolean transactional,
      List<Hazard> hazards) {
    add(
        phase,
        new Step(
            0, phase, kind, object, title, batches, transactional, hazards, origins.apply(object)));
  }

  void add(Phase phase, Step step) {
    byPhase.computeIfAbsent(phase, _ -> new ArrayList<>()).add(step);
  }

  List<Step> numbered() {
    List<Step> steps = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      for (Step step : byPhase.getOrDefault(phase, List.of())) {
        steps.add(step.withId(steps.size() + 1));
      }
    }
    return steps;
  }

  Optional<SourcePlace> origin(ObjectKey object) {
    return origins.apply(object);
  }
}
