package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.Mentions;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Constraints, indexes and defaults of the target that go although they do not change, because
/// ALTER COLUMN, a rebuilt table or an altered function would be refused with them in place. They
/// are made again afterwards.
final class Detached {
  /// What is detached from one table.
  static final class OfTable {
    final Set<TableConstraint> constraints = new LinkedHashSet<>();
    final Set<Index> indexes = new LinkedHashSet<>();
    final Set<String> defaults = new LinkedHashSet<>();
  }

  private final Scope scope;
  private final List<ObjectName> used;
  private final Map<ObjectName, OfTable> byTable = new LinkedHashMap<>();

  private Detached(Scope scope) {
    this.scope = scope;
    used = used(scope);
  }

  static Detached of(Scope scope) {
    Detached detached = new Detached(scope);
    scope.start.all(Table.class).forEach(detached::table);
    detached.foreignKeys();
    return detached;
  }

  OfTable of(ObjectName table) {
    return byTable.computeIfAbsent(scope.collation.key(table), _ -> new OfTable());
  }

  /// Whether something of the table goes for a while.
  boolean has(ObjectName table) {
    return byTable.containsKey(scope.collation.key(table));
  }

  private void table(Table table) {
    ObjectKey key = scope.key(table);
    if (scope.rebuilt.contains(key)
        || scope.dropped.contains(key)
        || scope.replaced.contains(key)) {
      return;
    }
    for (Change.AlterColumn alter : scope.alteredColumns(table.name()).values()) {
      altered(table, alter);
    }
    functionsAndSequences(table);
  }

  private void altered(Table table, Change.AlterColumn alter) {
    boolean sameShape = sameShape(alter.before(), alter.after());
    if (sameShape) {
      return;
    }
    boolean wider = wider(alter.before(), alter.after());
    String column = alter.before().name();
    OfTable detached = of(table.name());
    for (TableConstraint constraint : table.constraints()) {
      boolean hit =
          switch (constraint) {
            // Lengthening is allowed under UNIQUE and CHECK, never under a primary key.
            case TableConstraint.Key k -> (k.primary() || !wider) && mentions(k.columns(), column);
            case TableConstraint.Check c ->
                !wider && Mentions.column(c.condition(), column, scope.collation);
            case TableConstraint.ForeignKey _, TableConstraint.Connection _ -> false;
          };
      if (hit) {
        detached.constraints.add(constraint);
      }
    }
    for (Index index : table.indexes()) {
      boolean key =
          mentions(index.columns(), column)
              || index.include().stream().anyMatch(c -> scope.collation.same(c, column));
      boolean filter =
          index.filter().stream().anyMatch(f -> Mentions.column(f, column, scope.collation));
      if (!wider && key || filter) {
        detached.indexes.add(index);
      }
    }
    boolean sameType =
        alter.before().type().base() == alter.after().type().base()
            && alter.before().type().userType().equals(alter.after().type().userType());
    if (!sameType && alter.before().defaultConstraint().isPresent()) {
      detached.defaults.add(scope.collation.key(column));
    }
  }

  private boolean mentions(List<IndexColumn> columns, String column) {
    return columns.stream().anyMatch(c -> scope.collation.same(c.name(), column));
  }

  /// Whether ALTER COLUMN itself is not needed (masking, ROWGUIDCOL).
  private static boolean sameShape(Column before, Column after) {
    return before.nullable() == after.nullable()
        && TableSql.type(before.type()).equals(TableSql.type(after.type()))
        && before.sparse() == after.sparse();
  }

  private static boolean wider(Column before, Column after) {
    SqlType from = before.type();
    SqlType to = after.type();
    boolean variable =
        from.base() == SqlType.Base.VARCHAR
            || from.base() == SqlType.Base.NVARCHAR
            || from.base() == SqlType.Base.VARBINARY;
    return variable
        && from.base() == to.base()
        && from.userType().equals(to.userType())
        && from.collation().equals(to.collation())
        && before.nullable() == after.nullable()
        && !from.isMax()
        && !to.isMax()
        && to.length() >= from.length();
  }

  /// Functions that are altered or go, and sequences that go.
  private static List<ObjectName> used(Scope scope) {
    List<ObjectName> used = new ArrayList<>();
    for (Change change : scope.changes) {
      boolean function =
          change instanceof Change.AlterModule alter
              && (alter.before() instanceof Module.ScalarFunction
                  || alter.before() instanceof Module.TableFunction);
      boolean replaced =
          change instanceof Change.ReplaceObject replace
              && (replace.before() instanceof Module
                  || replace.before().kind() == ObjectKind.SEQUENCE);
      boolean gone =
          change instanceof Change.DropObject drop
              && (drop.before() instanceof Module || drop.before().kind() == ObjectKind.SEQUENCE);
      if (function || replaced || gone) {
        used.add(change.object().name());
      }
    }
    for (ObjectKey key : scope.unbound) {
      used.add(key.name());
    }
    return used;
  }

  /// The server refuses to alter a function, or to drop a sequence, that an expression of a table
  /// uses.
  private void functionsAndSequences(Table table) {
    if (used.isEmpty()) {
      return;
    }
    for (Column column : table.columns()) {
      if (column.computed().stream().anyMatch(c -> mentions(c.expression()))
          && scope
              .expectedTable(table.name())
              .flatMap(t -> Scope.column(t, column.name(), scope.collation))
              .filter(c -> c.computed().equals(column.computed()))
              .isPresent()) {
        throw new UnsupportedChangeException(
            table.key(),
            "its computed column "
                + column.name()
                + " uses a function that changes; drop the column in one deployment and add it in"
                + " the next");
      }
      column
          .defaultConstraint()
          .filter(d -> mentions(d.value()))
          .ifPresent(_ -> of(table.name()).defaults.add(scope.collation.key(column.name())));
    }
    for (TableConstraint constraint : table.constraints()) {
      if (constraint instanceof TableConstraint.Check check && mentions(check.condition())) {
        of(table.name()).constraints.add(check);
      }
    }
  }

  private boolean mentions(SqlText text) {
    return used.stream().anyMatch(name -> Mentions.object(text, name, scope.collation));
  }

  /// Foreign keys whose columns change, or that point to a key that goes.
  private void foreignKeys() {
    Map<ObjectName, Set<Set<String>>> keysGone = new LinkedHashMap<>();
    for (Table table : scope.start.all(Table.class).toList()) {
      if (!has(table.name()) && !scope.changes(table)) {
        continue;
      }
      Set<TableConstraint> gone = new HashSet<>(of(table.name()).constraints);
      scope
          .changes(scope.key(table), Change.DropConstraint.class)
          .forEach(drop -> gone.add(drop.constraint()));
      for (TableConstraint constraint : gone) {
        if (constraint instanceof TableConstraint.Key key) {
          keysGone
              .computeIfAbsent(scope.collation.key(table.name()), _ -> new HashSet<>())
              .add(names(key.columns().stream().map(IndexColumn::name).toList()));
        }
      }
    }
    for (Table table : scope.start.all(Table.class).toList()) {
      ObjectKey own = scope.key(table);
      Set<String> ownAltered = reshaped(table.name());
      for (TableConstraint constraint : table.constraints()) {
        if (!(constraint instanceof TableConstraint.ForeignKey foreign)) {
          continue;
        }
        ObjectKey other = scope.table(foreign.referencedTable());
        boolean away =
            scope.rebuilt.contains(own)
                || scope.rebuilt.contains(other)
                || scope.dropped.contains(other)
                || scope.dropped.contains(own);
        boolean altered =
            foreign.columns().stream().anyMatch(c -> ownAltered.contains(scope.collation.key(c)))
                || foreign.referencedColumns().stream()
                    .anyMatch(
                        c -> reshaped(foreign.referencedTable()).contains(scope.collation.key(c)));
        boolean key =
            keysGone
                .getOrDefault(scope.collation.key(foreign.referencedTable()), Set.of())
                .contains(names(foreign.referencedColumns()));
        if (away || altered || key) {
          of(table.name()).constraints.add(foreign);
        }
      }
    }
  }

  private Set<String> reshaped(ObjectName table) {
    Set<String> columns = new HashSet<>();
    scope
        .alteredColumns(table)
        .forEach((name, alter) -> {
          if (!sameShape(alter.before(), alter.after())) {
            columns.add(name);
          }
        });
    return columns;
  }

  private Set<String> names(List<String> columns) {
    Set<String> names = new HashSet<>();
    columns.forEach(c -> names.add(scope.collation.key(c)));
    return names;
  }
}
