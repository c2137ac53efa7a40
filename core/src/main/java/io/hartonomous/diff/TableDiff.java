package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Differences of one table: its columns and options here, constraints and indexes in their own
/// files.
final class TableDiff {
  private final Table before;
  private final Table after;
  private final Collation collation;
  private final TableView beforeView;
  private final TableView afterView;
  private final PublishOptions options;

  TableDiff(Table before, Table after, View beforeView, View afterView) {
    this.before = before;
    this.after = after;
    collation = afterView.collation();
    this.beforeView = beforeView.tables();
    this.afterView = afterView.tables();
    options = afterView.options();
  }

  /// `historyColumns` true where the server keeps the columns in step itself (a history table).
  List<Change> changes(boolean historyColumns) {
    List<Change> changes = new ArrayList<>();
    if (!historyColumns && needsRebuild()) {
      return List.of(
          new Change.RebuildTable(before, Expected.table(before, after, options, collation)));
    }
    changes.addAll(new ConstraintDiff(before, after, beforeView, afterView, collation).drops());
    changes.addAll(
        IndexDiff.drops(
            before.key(),
            before.indexes(),
            after.indexes(),
            beforeView,
            afterView,
            collation,
            after.columns()));
    if (!historyColumns) {
      columns(changes);
    }
    Table.TableOptions from = beforeView.options(before.options());
    Table.TableOptions to = afterView.options(after.options());
    if (!from.equals(to)) {
      changes.add(new Change.AlterTableOptions(after.name(), before.options(), after.options()));
    }
    changes.addAll(new ConstraintDiff(before, after, beforeView, afterView, collation).adds());
    changes.addAll(
        IndexDiff.adds(
            after.key(), before.indexes(), after.indexes(), beforeView, afterView, collation));
    return changes;
  }

  private void columns(List<Change> changes) {
    Map<String, Column> old = byName(before.columns());
    Map<String, Column> now = byName(after.columns());
    List<Column> seenBefore = beforeView.columns(before.columns(), before.constraints());
    List<Column> seenAfter = afterView.columns(after.columns(), after.constraints());
    Map<String, Column> oldSeen = byName(seenBefore);
    Map<String, Column> nowSeen = byName(seenAfter);
    for (Column column : before.columns()) {
      if (!now.containsKey(collation.key(column.name()))) {
        changes.add(new Change.DropColumn(after.name(), column));
      }
    }
    List<Change> added = new ArrayList<>();
    List<Change> defaults = new ArrayList<>();
    for (Column column : after.columns()) {
      String key = collation.key(column.name());
      Column previous = old.get(key);
      if (previous == null) {
        added.add(new Change.AddColumn(after.name(), column));
        continue;
      }
      Column from = oldSeen.get(key).withDefaultConstraint(Optional.empty());
      Column to = nowSeen.get(key).withDefaultConstraint(Optional.empty());
      boolean drawn = previous.computed().isPresent() && onAltered(previous);
      if (from.equals(to) && !drawn) {
        defaults(changes, defaults, previous, column, oldSeen.get(key), nowSeen.get(key));
      } else if (recreated(previous, column)) {
        added.add(new Change.RecreateColumn(after.name(), previous, column));
      } else {
        defaults(changes, defaults, previous, column, oldSeen.get(key), nowSeen.get(key));
        changes.add(new Change.AlterColumn(after.name(), previous, column));
      }
    }
    changes.addAll(added);
    changes.addAll(defaults);
  }

  private void defaults(
      List<Change> drops,
      List<Change> adds,
      Column previous,
      Column column,
      Column seenBefore,
      Column seenAfter) {
    if (Objects.equals(seenBefore.defaultConstraint(), seenAfter.defaultConstraint())) {
      return;
    }
    if (seenAfter.defaultConstraint().isEmpty()
        && !options.is(PublishOption.DROP_CONSTRAINTS_NOT_IN_SOURCE)) {
      return;
    }
    previous
        .defaultConstraint()
        .ifPresent(d -> drops.add(new Change.DropDefault(after.name(), column.name(), d)));
    column
        .defaultConstraint()
        .ifPresent(d -> adds.add(new Change.AddDefault(after.name(), column.name(), d)));
  }

  /// Whether ALTER TABLE cannot do it: the order of columns, properties fixed at creation.
  private boolean needsRebuild() {
    Table.TableOptions from = beforeView.options(before.options());
    Table.TableOptions to = afterView.options(after.options());
    if (from.graph() != to.graph()
        || from.memoryOptimized() != to.memoryOptimized()
        || !from.durability().equals(to.durability())
        || !from.placement().equals(to.placement())
        || !from.textImageOn().equals(to.textImageOn())
        || !from.fileStreamOn().equals(to.fileStreamOn())
        || from.ansiNulls() != to.ansiNulls()
        || !period(from).equals(period(to))) {
      return true;
    }
    Map<String, Column> old = byName(before.columns());
    List<String> kept = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (Column column : after.columns()) {
      Column previous = old.get(collation.key(column.name()));
      boolean same = previous != null && !recreated(previous, column);
      (same ? kept : last).add(collation.key(column.name()));
      if (same && fixed(previous, column)) {
        return true;
      }
    }
    if (options.is(PublishOption.IGNORE_COLUMN_ORDER)) {
      return false;
    }
    List<String> result = new ArrayList<>();
    for (Column column : before.columns()) {
      if (kept.contains(collation.key(column.name()))) {
        result.add(collation.key(column.name()));
      }
    }
    result.addAll(last);
    return !result.equals(
        after.columns().stream().map(column -> collation.key(column.name())).toList());
  }

  private static Optional<List<String>> period(Table.TableOptions options) {
    return options.systemVersioning().map(v -> List.of(v.periodStart(), v.periodEnd()));
  }

  /// Whether a column has to be dropped and added again: computed ones whenever they change, others
  /// when no conversion leads from type to type.
  private boolean recreated(Column previous, Column column) {
    if (previous.computed().isPresent() || column.computed().isPresent()) {
      return onAltered(previous)
          || !beforeView
              .column(previous, false)
              .withDefaultConstraint(Optional.empty())
              .equals(afterView.column(column, false).withDefaultConstraint(Optional.empty()));
    }
    return !beforeView.type(previous.type()).equals(afterView.type(column.type()))
        && TypeChange.of(previous.type(), column.type()) == TypeChange.IMPOSSIBLE;
  }

  /// Whether a computed column uses one that ALTER COLUMN changes: the server refuses that while
  /// the computed column is there.
  private boolean onAltered(Column computed) {
    Map<String, Column> now = byName(after.columns());
    for (Column column : before.columns()) {
      Column next = now.get(collation.key(column.name()));
      boolean altered =
          next != null
              && column.computed().isEmpty()
              && next.computed().isEmpty()
              && (column.nullable() != next.nullable()
                  || !beforeView.type(column.type()).equals(afterView.type(next.type())))
              && Mentions.column(computed, column.name(), collation);
      if (altered) {
        return true;
      }
    }
    return false;
  }

  /// Whether a property differs that a column has from its creation on.
  private boolean fixed(Column previous, Column column) {
    Column from = beforeView.column(previous, false);
    Column to = afterView.column(column, false);
    boolean identity = !from.identity().equals(to.identity()) && !onlyReplication(from, to);
    boolean type =
        !from.type().equals(to.type())
            && from.computed().isEmpty()
            && TypeChange.of(previous.type(), column.type()) == TypeChange.EXPLICIT;
    return identity
        || type
        || !from.generatedAlways().equals(to.generatedAlways())
        || from.fileStream() != to.fileStream();
  }

  private static boolean onlyReplication(Column from, Column to) {
    return from.identity().isPresent()
        && to.identity().isPresent()
        && from.identity().get().seed().equals(to.identity().get().seed())
        && from.identity().get().increment().equals(to.identity().get().increment());
  }

  private Map<String, Column> byName(List<Column> columns) {
    Map<String, Column> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(collation.key(column.name()), column));
    return byName;
  }
}
