package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import java.util.ArrayList;
import java.util.List;

/// Hazards are counted once before any step runs. Renames have not been done by then, so the
/// question has to use the old names.
final class EarlyNames {
  private EarlyNames() {}

  static Step in(Step step, List<Change> renames) {
    List<Hazard> hazards = new ArrayList<>();
    for (Hazard hazard : step.hazards()) {
      hazards.add(
          hazard.withEarlyCount(hazard.countQuery().map(query -> old(query, hazard, renames))));
    }
    return new Step(
        step.id(),
        step.phase(),
        step.kind(),
        step.object(),
        step.title(),
        step.batches(),
        step.transactional(),
        hazards,
        step.source());
  }

  private static String old(String query, Hazard hazard, List<Change> renames) {
    String text = query;
    String table = hazard.object().name().quoted();
    for (Change change : renames.reversed()) {
      if (change instanceof Change.RenameObject r && r.to().name().quoted().equals(table)) {
        text = text.replace(table, r.from().name().quoted());
        table = r.from().name().quoted();
      } else if (change instanceof Change.RenameColumn r && r.table().quoted().equals(table)) {
        text = text.replace(Sql.name(r.to()), Sql.name(r.from()));
      }
    }
    return text;
  }
}
