package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.Mentions;
import io.hartonomous.model.Column;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What goes first: dropped objects, and whatever stands in the way of the changes.
final class DetachSteps {
  private final Scope scope;
  private final StepList steps;
  private final Detached detached;
  private final Hazards hazards;

  DetachSteps(Scope scope, StepList steps, Detached detached) {
    this.scope = scope;
    this.steps = steps;
    this.detached = detached;
    hazards = new Hazards(scope.options);
  }

  void add() {
    descriptions();
    modules();
    constraints();
    objects();
  }

  /// Extended properties, permissions and memberships: nothing needs them.
  private void descriptions() {
    for (Change change : scope.changes) {
      if (!(change instanceof Change.DropObject drop)) {
        continue;
      }
      switch (drop.before()) {
        case ExtendedProperty p -> drop(Phase.DETACH, p, PlainSql.dropProperty(p));
        case Security.Permission p -> drop(Phase.DETACH, p, PlainSql.drop(p));
        case Security.RoleMembership m -> drop(Phase.DETACH, m, PlainSql.drop(m));
        default -> {}
      }
    }
  }

  /// Modules, dependents first: dropped, dropped for a while, or no longer bound.
  private void modules() {
    for (ObjectKey key : scope.oldOrder.sorted().reversed()) {
      SchemaObject object = scope.inStart(key).orElseThrow();
      if (object instanceof PlainObject.Synonym synonym
          && (scope.dropped.contains(key) || scope.replaced.contains(key))) {
        drop(Phase.DETACH, synonym, PlainSql.drop(synonym));
      }
      if (!(object instanceof Module module)) {
        continue;
      }
      if (scope.dropped.contains(key)) {
        drop(usedByTables(module) ? Phase.CLEANUP : Phase.DETACH, module, ModuleSql.drop(module));
      } else if (scope.replaced.contains(key) || scope.recreatedModules.contains(key)) {
        boolean goesWithTable =
            module instanceof Module.Trigger t && scope.rebuilt.contains(scope.table(t.parent()));
        if (!goesWithTable) {
          drop(Phase.DETACH, module, ModuleSql.drop(module));
        }
      } else if (scope.unbound.contains(key)) {
        steps.add(
            Phase.DETACH,
            StepKind.UNBIND,
            module.key(),
            "Unbind " + module.key() + " from what it uses",
            List.of(ModuleSql.unbind(module)),
            true,
            List.of());
      }
    }
  }

  /// A function in a computed column can go only after the column.
  private boolean usedByTables(Module module) {
    boolean function =
        module instanceof Module.ScalarFunction || module instanceof Module.TableFunction;
    return function
        && !taken(module)
        && scope
            .start
            .all(Table.class)
            .flatMap(table -> table.columns().stream())
            .anyMatch(c ->
                c.computed().stream()
                    .anyMatch(
                        x -> Mentions.object(x.expression(), module.name(), scope.collation)));
  }

  /// Whether an object of another kind is to have the name: then this one cannot wait.
  private boolean taken(SchemaObject object) {
    return scope.expected.objects().stream()
        .anyMatch(o ->
            o.kind() != object.kind()
                && !o.name().schema().isEmpty()
                && scope.collation.same(o.name(), object.name()));
  }

  private void constraints() {
    List<Table> tables =
        scope
            .start
            .all(Table.class)
            .filter(table -> scope.changes(table) || detached.has(table.name()))
            .toList();
    for (Table table : tables) {
      for (TableConstraint constraint : gone(table)) {
        if (constraint instanceof TableConstraint.ForeignKey) {
          dropConstraint(table, constraint);
        }
      }
    }
    for (Change change : scope.changes) {
      if (change instanceof Change.DropIndex drop && drop.owner().kind() == ObjectKind.VIEW) {
        dropIndex(drop.owner(), drop.index());
      }
    }
    for (Table table : tables) {
      ObjectKey key = scope.key(table);
      List<Index> indexes = new ArrayList<>(detached.of(table.name()).indexes);
      scope.changes(key, Change.DropIndex.class).stream()
          .map(Change.DropIndex::index)
          .filter(i -> !indexes.contains(i))
          .forEach(indexes::add);
      // Without a clustered index all others are built anew: it goes last.
      indexes.stream()
          .sorted(Comparator.comparing(Index::clustered))
          .forEach(index -> dropIndex(table.key(), index));
      for (TableConstraint constraint : gone(table)) {
        if (!(constraint instanceof TableConstraint.ForeignKey)) {
          dropConstraint(table, constraint);
        }
      }
      for (Column column : table.columns()) {
        boolean changed =
            scope.changes(key, Change.DropDefault.class).stream()
                    .anyMatch(c -> scope.collation.same(c.column(), column.name()))
                || scope.changes(key, Change.DropColumn.class).stream()
                    .anyMatch(c -> scope.collation.same(c.column().name(), column.name()))
                || scope.changes(key, Change.RecreateColumn.class).stream()
                    .anyMatch(c -> scope.collation.same(c.before().name(), column.name()));
        if (column.defaultConstraint().isPresent()
            && (changed
                || detached
                    .of(table.name())
                    .defaults
                    .contains(scope.collation.key(column.name())))) {
          steps.add(
              Phase.DETACH,
              StepKind.DROP,
              table.key(),
              "Drop default of " + table.name().quoted() + "." + Sql.name(column.name()),
              ConstraintSql.dropDefault(
                  table.name(), column.name(), column.defaultConstraint().get().name()));
        }
      }
      computedColumns(table);
    }
  }

  /// Columns that others are computed from can neither go nor change before these.
  private void computedColumns(Table table) {
    for (Change change : scope.changes(scope.key(table))) {
      Column column =
          switch (change) {
            case Change.DropColumn drop -> drop.column();
            case Change.RecreateColumn recreate -> recreate.before();
            default -> null;
          };
      if (column != null && column.computed().isPresent()) {
        steps.add(
            Phase.DETACH,
            StepKind.DROP,
            table.key(),
            "Drop column " + table.name().quoted() + "." + Sql.name(column.name()),
            TableSteps.dropColumnSql(table.name(), column));
      }
    }
  }

  private List<TableConstraint> gone(Table table) {
    List<TableConstraint> gone =
        new ArrayList<>(
            scope.changes(scope.key(table), Change.DropConstraint.class).stream()
                .map(Change.DropConstraint::constraint)
                .toList());
    detached.of(table.name()).constraints.stream()
        .filter(c -> gone.stream().noneMatch(g -> g == c || g.equals(c)))
        .forEach(gone::add);
    return gone;
  }

  private void dropConstraint(Table table, TableConstraint constraint) {
    steps.add(
        Phase.DETACH,
        StepKind.DROP,
        table.key(),
        "Drop " + Titles.constraint(table.name(), constraint),
        ConstraintSql.drop(table.name(), constraint));
  }

  private void dropIndex(ObjectKey owner, Index index) {
    steps.add(
        Phase.DETACH,
        StepKind.DROP,
        owner,
        "Drop index " + Titles.index(owner.name(), index),
        TableSql.dropIndex(owner.name(), index));
  }

  /// Tables, then what has no rows. What tables and principals still use goes at the end.
  private void objects() {
    for (ObjectKey key : scope.oldOrder.sorted().reversed()) {
      SchemaObject object = scope.inStart(key).orElseThrow();
      boolean away = scope.dropped.contains(key);
      Phase phase = away && taken(object) ? Phase.DETACH : Phase.CLEANUP;
      switch (object) {
        case Table table when away -> dropTable(table);
        case TableType type when scope.replaced.contains(key) ->
            drop(Phase.DETACH, type, "DROP TYPE " + type.name().quoted() + ";");
        case TableType type when away ->
            drop(phase, type, "DROP TYPE " + type.name().quoted() + ";");
        case PlainObject.AliasType type when scope.replaced.contains(key) -> replaceAlias(type);
        case PlainObject.Synonym _ -> {}
        case PlainObject plain when away -> drop(phase, plain, PlainSql.drop(plain));
        case Security.Role role when away -> drop(Phase.CLEANUP, role, PlainSql.drop(role));
        case Security.User user when away -> drop(Phase.CLEANUP, user, PlainSql.drop(user));
        default -> {}
      }
    }
  }

  private void dropTable(Table table) {
    List<Batch> batches = new ArrayList<>();
    table
        .options()
        .systemVersioning()
        .filter(Table.SystemVersioning::on)
        .ifPresent(v -> {
          batches.add(
              Batch.of("ALTER TABLE " + table.name().quoted() + " SET (SYSTEM_VERSIONING = OFF);"));
        });
    batches.add(Batch.of("DROP TABLE " + table.name().quoted() + ";"));
    steps.add(
        Phase.DETACH,
        StepKind.DROP,
        table.key(),
        "Drop " + table.key(),
        batches,
        !table.options().memoryOptimized(),
        List.of(hazards.dropsTable(table)));
  }

  /// Columns of the type become columns of its base type for a while.
  private void replaceAlias(PlainObject.AliasType type) {
    for (Table table : scope.start.all(Table.class).toList()) {
      for (Column column : table.columns()) {
        if (column
                .type()
                .userType()
                .filter(name -> scope.collation.same(name, type.name()))
                .isPresent()
            && scope.stays(table.name())) {
          Column based = column.withType(type.base());
          steps.add(
              Phase.DETACH,
              StepKind.UNBIND,
              table.key(),
              "Take "
                  + type.key()
                  + " off "
                  + table.name().quoted()
                  + "."
                  + Sql.name(column.name()),
              TableSql.alterColumn(table.name(), based));
        }
      }
    }
    drop(Phase.DETACH, type, PlainSql.drop(type));
  }

  private void drop(Phase phase, SchemaObject object, String sql) {
    steps.add(phase, StepKind.DROP, object.key(), "Drop " + Titles.object(object), sql);
  }
}
