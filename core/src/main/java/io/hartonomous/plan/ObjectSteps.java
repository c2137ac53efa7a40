package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.model.Column;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Objects made and altered, each after what it needs.
final class ObjectSteps {
  private final Scope scope;
  private final StepList steps;
  private final TableSteps tables;

  ObjectSteps(Scope scope, StepList steps, TableSteps tables) {
    this.scope = scope;
    this.steps = steps;
    this.tables = tables;
  }

  void add() {
    for (Change change : scope.changes) {
      if (change instanceof Change.AlterDatabaseOptions alter) {
        // ALTER DATABASE cannot run in a transaction.
        steps.add(
            Phase.DATABASE,
            StepKind.ALTER,
            change.object(),
            "Alter database options",
            DatabaseSql.alter(alter.before(), alter.after(), change.object()),
            false,
            List.of());
      }
    }
    for (ObjectKey key : scope.newOrder.sorted()) {
      object(key, scope.inExpected(key).orElseThrow());
    }
  }

  private void object(ObjectKey key, SchemaObject object) {
    boolean create = scope.created.contains(key);
    boolean replace = scope.replaced.contains(key);
    switch (object) {
      case Table table -> {
        if (create) {
          tables.create(table);
        } else {
          tables.change(key);
          retype(table);
        }
      }
      case Module module -> module(key, module, create || replace);
      case TableType type -> {
        if (create || replace) {
          step(
              StepKind.CREATE,
              type,
              "Create " + type.key(),
              TableSql.createType(type),
              !type.memoryOptimized());
        }
      }
      case PlainObject plain -> plain(key, plain, create, replace);
      case Security.Permission _ -> {}
      case Security security -> security(key, security, create, replace);
      case ExtendedProperty _ -> {}
    }
  }

  /// Columns whose alias type was taken off get it back.
  private void retype(Table table) {
    for (Column column : table.columns()) {
      Optional<ObjectKey> type =
          column
              .type()
              .userType()
              .map(name -> ObjectKey.of(ObjectKind.ALIAS_TYPE, name).folded(scope.collation));
      if (type.filter(scope.replaced::contains).isPresent()
          && scope.stays(table.name())
          && !scope.rebuilt.contains(scope.key(table))) {
        step(
            StepKind.REBIND,
            table,
            "Give " + table.name().quoted() + "." + Sql.name(column.name()) + " its type back",
            TableSql.alterColumn(table.name(), column),
            true);
      }
    }
  }

  private void module(ObjectKey key, Module module, boolean create) {
    boolean newParent =
        module instanceof Module.Trigger t && scope.rebuilt.contains(scope.table(t.parent()));
    if (newParent) {
      // Its old self went with the old table; AttachSteps makes it anew.
      return;
    }
    if (create || scope.recreatedModules.contains(key)) {
      List<Batch> batches = new ArrayList<>(List.of(at(module, ModuleSql.create(module))));
      if (disabled(module)) {
        batches.add(Batch.of(ModuleSql.triggerState(module, true)));
      }
      StepKind kind = create ? StepKind.CREATE : StepKind.RECREATE;
      steps.add(
          Phase.CHANGE,
          kind,
          module.key(),
          (create ? "Create " : "Create again ") + module.key(),
          batches,
          true,
          List.of());
      return;
    }
    List<Change.AlterModule> altered = scope.changes(key, Change.AlterModule.class);
    if (!altered.isEmpty()) {
      List<Batch> batches = new ArrayList<>(List.of(at(module, ModuleSql.alter(module))));
      if (disabled(module) != disabled(altered.getFirst().before())) {
        batches.add(Batch.of(ModuleSql.triggerState(module, disabled(module))));
      }
      steps.add(
          Phase.CHANGE,
          StepKind.ALTER,
          module.key(),
          "Alter " + module.key(),
          batches,
          true,
          List.of());
    } else if (scope.unbound.contains(key)) {
      steps.add(
          Phase.CHANGE,
          StepKind.REBIND,
          module.key(),
          "Bind " + module.key() + " again",
          List.of(at(module, ModuleSql.alter(module))),
          true,
          List.of());
    }
    for (Change.AlterTriggerState state : scope.changes(key, Change.AlterTriggerState.class)) {
      step(
          StepKind.ALTER,
          module,
          (disabled(state.after()) ? "Disable " : "Enable ") + module.key(),
          ModuleSql.triggerState(module, disabled(state.after())),
          true);
    }
  }

  static boolean disabled(Module module) {
    return module instanceof Module.Trigger t && t.disabled()
        || module instanceof Module.DatabaseTrigger d && d.disabled();
  }

  /// The batch with the line of the source file on which its text begins: an origin is the line of
  /// its CREATE, and comments may stand before.
  private Batch at(Module module, Batch batch) {
    return steps
        .origin(module.key())
        .map(place -> {
          String text = batch.sql();
          int verb = ModuleSql.verbAt(text);
          int before =
              (int) text.substring(0, Math.max(0, verb)).chars().filter(c -> c == '\n').count();
          return batch.atLine(Math.max(1, place.line() - before));
        })
        .orElse(batch);
  }

  private void plain(ObjectKey key, PlainObject object, boolean create, boolean replace) {
    boolean transactional =
        !(object instanceof PlainObject.Filegroup)
            && !(object instanceof PlainObject.Other other && other.type().contains("FullText"));
    if (create) {
      step(
          StepKind.CREATE,
          object,
          "Create " + object.key(),
          PlainSql.create(object),
          transactional);
      return;
    }
    if (replace) {
      switch (object) {
        case PlainObject.Sequence sequence ->
            step(
                StepKind.RECREATE,
                sequence,
                "Replace " + sequence.key(),
                PlainSql.replaceSequence(
                    (PlainObject.Sequence) scope.inStart(key).orElseThrow(), sequence),
                true);
        case PlainObject.Synonym synonym ->
            step(
                StepKind.CREATE,
                synonym,
                "Create " + synonym.key(),
                PlainSql.create(synonym),
                true);
        case PlainObject.AliasType type ->
            step(StepKind.CREATE, type, "Create " + type.key(), PlainSql.create(type), true);
        default ->
            throw new UnsupportedChangeException(
                object.key(), "it differs, and no ALTER for objects of this kind is supported");
      }
    }
    for (Change change : scope.changes(key)) {
      switch (change) {
        case Change.AlterSequence alter ->
            step(
                StepKind.ALTER,
                object,
                "Alter " + object.key(),
                PlainSql.alterSequence(alter.before(), alter.after()),
                true);
        case Change.AlterSchema alter ->
            step(
                StepKind.ALTER,
                object,
                "Change the owner of " + object.key(),
                PlainSql.authorize("SCHEMA", alter.after().schema(), alter.after().owner()),
                true);
        default -> {}
      }
    }
  }

  private void security(ObjectKey key, Security object, boolean create, boolean replace) {
    if (create) {
      step(
          StepKind.CREATE,
          object,
          "Create " + Titles.object(object),
          PlainSql.create(object),
          true);
      return;
    }
    if (replace) {
      Security before = (Security) scope.inStart(key).orElseThrow();
      steps.add(
          Phase.CHANGE,
          StepKind.RECREATE,
          object.key(),
          "Replace " + Titles.object(object),
          List.of(Batch.of(PlainSql.drop(before)), Batch.of(PlainSql.create(object))),
          true,
          List.of());
    }
    for (Change change : scope.changes(key)) {
      switch (change) {
        case Change.AlterRole alter ->
            step(
                StepKind.ALTER,
                object,
                "Change the owner of " + object.key(),
                PlainSql.authorize("ROLE", alter.after().role(), alter.after().owner()),
                true);
        case Change.AlterUser alter ->
            step(
                StepKind.ALTER,
                object,
                "Alter " + object.key(),
                PlainSql.alterUser(alter.before(), alter.after()),
                true);
        default -> {}
      }
    }
  }

  private void step(
      StepKind kind, SchemaObject object, String title, String sql, boolean transactional) {
    steps.add(
        Phase.CHANGE, kind, object.key(), title, List.of(Batch.of(sql)), transactional, List.of());
  }
}
