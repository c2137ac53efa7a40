package io.hartonomous.plan;

import io.hartonomous.model.ObjectKey;
import java.util.List;
import java.util.Optional;

/// One piece of a plan: runs wholly or not at all where it is `transactional`. `id` counts from 1
/// in the order of execution.
public record Step(
    int id,
    Phase phase,
    StepKind kind,
    ObjectKey object,
    String title,
    List<Batch> batches,
    boolean transactional,
    List<Hazard> hazards,
    Optional<SourcePlace> source) {
  public Step {
    batches = List.copyOf(batches);
    hazards = List.copyOf(hazards);
  }

  Step withId(int number) {
    return new Step(number, phase, kind, object, title, batches, transactional, hazards, source);
  }
}
