package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Differences of the constraints of one table. Named ones are matched by name, unnamed ones by
/// what they say.
final class ConstraintDiff {
  private final Table before;
  private final Table after;
  private final TableView beforeView;
  private final TableView afterView;
  private final Collation collation;
  private final List<TableConstraint> dropped = new ArrayList<>();
  private final List<Change> added = new ArrayList<>();

  ConstraintDiff(
      Table before, Table after, TableView beforeView, TableView afterView, Collation collation) {
    this.before = before;
    this.after = after;
    this.beforeView = beforeView;
    this.afterView = afterView;
    this.collation = collation;
    compare();
  }

  List<Change> drops() {
    return dropped.stream()
        .<Change>map(constraint -> new Change.DropConstraint(after.name(), constraint))
        .toList();
  }

  List<Change> adds() {
    return added;
  }

  private void compare() {
    // The same thing may stand several times without a name: each takes one partner.
    Map<TableConstraint, List<TableConstraint>> open = new HashMap<>();
    for (TableConstraint constraint : before.constraints()) {
      open.computeIfAbsent(identity(beforeView.constraint(constraint)), _ -> new ArrayList<>())
          .add(constraint);
    }
    List<TableConstraint> matched = new ArrayList<>();
    for (TableConstraint constraint : after.constraints()) {
      TableConstraint seen = afterView.constraint(constraint);
      List<TableConstraint> partners = open.getOrDefault(identity(seen), List.of());
      if (partners.isEmpty()) {
        added.add(new Change.AddConstraint(after.name(), constraint));
        continue;
      }
      TableConstraint partner = partners.removeFirst();
      matched.add(partner);
      if (!beforeView.constraint(partner).equals(seen)) {
        added.add(new Change.AlterConstraintState(after.name(), partner, constraint));
      }
    }
    for (TableConstraint constraint : before.constraints()) {
      boolean partnered = matched.stream().anyMatch(m -> m == constraint);
      if (!partnered
          && !Expected.keeps(constraint, after, beforeView.publishOptions(), collation)) {
        dropped.add(constraint);
      }
    }
  }

  /// The constraint without its state, which ALTER can change.
  static TableConstraint identity(TableConstraint seen) {
    return switch (seen) {
      case TableConstraint.ForeignKey f -> f.withEnabled(true).withTrusted(true);
      case TableConstraint.Check c -> c.withEnabled(true).withTrusted(true);
      case TableConstraint.Key k -> k;
      case TableConstraint.Connection c -> c;
    };
  }
}
