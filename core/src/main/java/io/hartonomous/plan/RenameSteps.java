package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;

/// Steps of the refactor log. Each also notes its operation in `dbo.__RefactorLog`, as the
/// reference's publisher does, so that neither tool does it twice.
final class RenameSteps {
  private final StepList steps;

  RenameSteps(StepList steps) {
    this.steps = steps;
  }

  void add(List<Change> renames) {
    for (Change change : renames) {
      switch (change) {
        case Change.RenameObject r ->
            add(
                r.operation(),
                r.object(),
                "Rename " + r.from() + " to " + r.to().name().quoted(),
                PlainSql.rename(r.from().name(), r.to().name()));
        case Change.RenameColumn r ->
            add(
                r.operation(),
                r.object(),
                "Rename column "
                    + r.table().quoted()
                    + "."
                    + Sql.name(r.from())
                    + " to "
                    + Sql.name(r.to()),
                List.of(PlainSql.renamePart(r.table(), r.from(), r.to(), "COLUMN")));
        case Change.RenameConstraint r ->
            add(
                r.operation(),
                r.object(),
                "Rename "
                    + (r.index() ? "index " : "constraint ")
                    + Sql.name(r.from())
                    + " to "
                    + Sql.name(r.to()),
                List.of(
                    PlainSql.renamePart(
                        r.table(), r.from(), r.to(), r.index() ? "INDEX" : "OBJECT")));
        default -> throw new IllegalArgumentException("no rename: " + change);
      }
    }
  }

  private void add(String operation, ObjectKey object, String title, List<String> statements) {
    List<Batch> batches = new ArrayList<>(statements.stream().map(Batch::of).toList());
    if (!operation.isEmpty()) {
      batches.add(Batch.of(RefactorLogSql.CREATE));
      batches.add(Batch.of(RefactorLogSql.insert(operation)));
    }
    steps.add(Phase.RENAME, StepKind.RENAME, object, title, batches, true, List.of());
  }
}
