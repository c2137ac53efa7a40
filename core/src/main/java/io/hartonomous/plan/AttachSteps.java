package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.PublishOption;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Constraints, indexes and triggers of tables whose columns are right by now; at the end the
/// validation of constraints on tables that may have rows.
final class AttachSteps {
  private final Scope scope;
  private final StepList steps;
  private final Detached detached;
  private final List<ObjectName> functions;
  private final boolean validate;

  AttachSteps(Scope scope, StepList steps, Detached detached) {
    this.scope = scope;
    this.steps = steps;
    this.detached = detached;
    functions =
        scope
            .expected
            .all(Module.class)
            .filter(m -> m instanceof Module.ScalarFunction || m instanceof Module.TableFunction)
            .map(Module::name)
            .toList();
    validate = scope.options.is(PublishOption.SCRIPT_NEW_CONSTRAINT_VALIDATION);
  }

  void add() {
    List<Table> tables =
        scope
            .expected
            .all(Table.class)
            .filter(table -> scope.changes(table) || detached.has(table.name()))
            .toList();
    for (Table table : tables) {
      constraints(table).stream()
          .filter(c -> c instanceof TableConstraint.Key)
          .sorted(Comparator.comparing(c -> !((TableConstraint.Key) c).clustered()))
          .forEach(c -> constraint(table, c));
      indexes(table).stream()
          .sorted(Comparator.comparing(index -> !index.clustered()))
          .forEach(index -> index(table.key(), index));
      defaults(table);
      versioning(table);
    }
    for (Table table : tables) {
      constraints(table).stream()
          .filter(
              c -> c instanceof TableConstraint.Check || c instanceof TableConstraint.Connection)
          .forEach(c -> constraint(table, c));
    }
    for (Table table : tables) {
      constraints(table).stream()
          .filter(c -> c instanceof TableConstraint.ForeignKey)
          .forEach(c -> constraint(table, c));
      states(table);
    }
    views();
    triggers();
  }

  /// Constraints to be made: new ones, and those that had to go for a while.
  private List<TableConstraint> constraints(Table table) {
    ObjectKey key = scope.key(table);
    if (scope.rebuilt.contains(key)) {
      return table.constraints();
    }
    if (scope.created.contains(key)) {
      return table.constraints().stream()
          .filter(c ->
              switch (c) {
                case TableConstraint.ForeignKey _ -> true;
                case TableConstraint.Check check ->
                    !check.enabled() || TableSteps.waits(check.condition(), functions, scope);
                case TableConstraint.Key _, TableConstraint.Connection _ -> false;
              })
          .toList();
    }
    List<TableConstraint> made =
        new ArrayList<>(
            scope.changes(key, Change.AddConstraint.class).stream()
                .map(Change.AddConstraint::constraint)
                .toList());
    List<TableConstraint> dropped =
        scope.changes(key, Change.DropConstraint.class).stream()
            .map(Change.DropConstraint::constraint)
            .toList();
    for (TableConstraint constraint : detached.of(table.name()).constraints) {
      if (!dropped.contains(constraint)) {
        made.add(now(table, constraint));
      }
    }
    return made;
  }

  /// The constraint as it is to be, found by its name; an unnamed one is as it was.
  private TableConstraint now(Table table, TableConstraint constraint) {
    return constraint
        .name()
        .flatMap(name ->
            table.constraints().stream()
                .filter(c -> c.name().filter(n -> scope.collation.same(n, name)).isPresent())
                .findFirst())
        .orElse(constraint);
  }

  private void constraint(Table table, TableConstraint constraint) {
    boolean checked =
        constraint instanceof TableConstraint.Check
            || constraint instanceof TableConstraint.ForeignKey;
    boolean enabled = enabled(constraint);
    boolean mayHaveRows = scope.stays(table.name());
    List<Batch> batches = new ArrayList<>();
    batches.add(
        Batch.of(TableSql.addConstraint(table.name(), constraint, mayHaveRows || !enabled)));
    if (checked && !enabled) {
      batches.add(Batch.of(ConstraintSql.disableNew(table.name(), constraint)));
    }
    steps.add(
        Phase.ATTACH,
        StepKind.CREATE,
        table.key(),
        "Create " + Titles.constraint(table.name(), constraint),
        batches,
        !table.options().memoryOptimized(),
        List.of());
    if (checked && enabled && trusted(constraint) && mayHaveRows && validate) {
      validation(table, constraint);
    }
  }

  private void validation(Table table, TableConstraint constraint) {
    steps.add(
        Phase.VALIDATE,
        StepKind.VALIDATE,
        table.key(),
        "Check existing rows against " + Titles.constraint(table.name(), constraint),
        ConstraintSql.validate(table.name(), constraint));
  }

  private static boolean enabled(TableConstraint constraint) {
    return switch (constraint) {
      case TableConstraint.ForeignKey f -> f.enabled();
      case TableConstraint.Check c -> c.enabled();
      case TableConstraint.Key _, TableConstraint.Connection _ -> true;
    };
  }

  private static boolean trusted(TableConstraint constraint) {
    return switch (constraint) {
      case TableConstraint.ForeignKey f -> f.trusted() && !f.notForReplication();
      case TableConstraint.Check c -> c.trusted() && !c.notForReplication();
      case TableConstraint.Key _, TableConstraint.Connection _ -> true;
    };
  }

  private void states(Table table) {
    for (Change.AlterConstraintState change :
        scope.changes(scope.key(table), Change.AlterConstraintState.class)) {
      if (detached.of(table.name()).constraints.contains(change.before())) {
        continue;
      }
      String what = Titles.constraint(table.name(), change.after());
      if (!enabled(change.after())) {
        steps.add(
            Phase.ATTACH,
            StepKind.ALTER,
            table.key(),
            "Disable " + what,
            ConstraintSql.disable(table.name(), change.before()));
      } else if (trusted(change.after()) && validate) {
        validation(table, change.before());
      } else {
        steps.add(
            Phase.ATTACH,
            StepKind.ALTER,
            table.key(),
            "Enable " + what,
            List.of(
                Batch.of(ConstraintSql.disable(table.name(), change.before())),
                Batch.of(ConstraintSql.enable(table.name(), change.before()))),
            true,
            List.of());
      }
    }
  }

  private List<Index> indexes(Table table) {
    ObjectKey key = scope.key(table);
    if (scope.rebuilt.contains(key) || scope.created.contains(key)) {
      return table.indexes();
    }
    List<Index> made =
        new ArrayList<>(
            scope.changes(key, Change.CreateIndex.class).stream()
                .map(Change.CreateIndex::index)
                .toList());
    List<Index> dropped =
        scope.changes(key, Change.DropIndex.class).stream().map(Change.DropIndex::index).toList();
    for (Index index : detached.of(table.name()).indexes) {
      if (!dropped.contains(index)) {
        made.add(
            table.indexes().stream()
                .filter(i -> scope.collation.same(i.name(), index.name()))
                .findFirst()
                .orElse(index));
      }
    }
    return made;
  }

  private void index(ObjectKey owner, Index index) {
    List<Batch> batches =
        new ArrayList<>(List.of(Batch.of(TableSql.createIndex(owner.name(), index))));
    if (index.options().disabled()) {
      batches.add(Batch.of(TableSql.disableIndex(owner.name(), index)));
    }
    steps.add(
        Phase.ATTACH,
        StepKind.CREATE,
        owner,
        "Create index " + Titles.index(owner.name(), index),
        batches,
        true,
        List.of());
  }

  private void defaults(Table table) {
    ObjectKey key = scope.key(table);
    for (Column column : table.columns()) {
      if (column.defaultConstraint().isEmpty()) {
        continue;
      }
      Column.DefaultConstraint value = column.defaultConstraint().get();
      boolean waits = TableSteps.waits(value.value(), functions, scope);
      boolean added =
          scope.changes(key, Change.AddColumn.class).stream()
              .anyMatch(c -> scope.collation.same(c.column().name(), column.name()));
      boolean changed =
          scope.changes(key, Change.AddDefault.class).stream()
              .anyMatch(c -> scope.collation.same(c.column(), column.name()));
      boolean made =
          scope.rebuilt.contains(key)
              || changed
              || waits && (scope.created.contains(key) || added && column.nullable())
              || detached.of(table.name()).defaults.contains(scope.collation.key(column.name()));
      if (made) {
        steps.add(
            Phase.ATTACH,
            StepKind.CREATE,
            table.key(),
            "Create default of " + table.name().quoted() + "." + Sql.name(column.name()),
            "ALTER TABLE "
                + table.name().quoted()
                + "\n    ADD "
                + TableSql.defaultConstraint(value)
                + " FOR "
                + Sql.name(column.name())
                + ";");
      }
    }
  }

  private void versioning(Table table) {
    Optional<Table.SystemVersioning> on =
        table.options().systemVersioning().filter(Table.SystemVersioning::on);
    if (scope.rebuilt.contains(scope.key(table)) && on.isPresent()) {
      steps.add(
          Phase.ATTACH,
          StepKind.ALTER,
          table.key(),
          "Turn system versioning of " + table.key() + " on",
          "ALTER TABLE "
              + table.name().quoted()
              + " SET ("
              + TableSql.versioningOn(on.get())
              + ");");
    }
  }

  /// ALTER VIEW drops the indexes of a view.
  private void views() {
    scope
        .expected
        .all(Module.View.class)
        .forEach(view -> {
          ObjectKey key = scope.key(view);
          boolean anew =
              scope.created.contains(key)
                  || scope.unbound.contains(key)
                  || scope.recreatedModules.contains(key)
                  || !scope.changes(key, Change.AlterModule.class).isEmpty();
          List<Index> made =
              anew
                  ? view.indexes()
                  : scope.changes(key, Change.CreateIndex.class).stream()
                      .map(Change.CreateIndex::index)
                      .toList();
          made.stream()
              .sorted(Comparator.comparing(index -> !index.clustered()))
              .forEach(index -> index(view.key(), index));
        });
  }

  /// Triggers of rebuilt tables.
  private void triggers() {
    scope
        .expected
        .all(Module.Trigger.class)
        .forEach(trigger -> {
          if (scope.rebuilt.contains(scope.table(trigger.parent()))) {
            List<Batch> batches = new ArrayList<>(List.of(ModuleSql.create(trigger)));
            if (trigger.disabled()) {
              batches.add(Batch.of(ModuleSql.triggerState(trigger, true)));
            }
            steps.add(
                Phase.ATTACH,
                StepKind.RECREATE,
                trigger.key(),
                "Create again " + trigger.key(),
                batches,
                true,
                List.of());
          }
        });
  }
}
