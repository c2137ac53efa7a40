package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.PublishOptions;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a list of changes touches, looked up by the parts of the planner. `start` is the target
/// after the renames, `expected` the database that is to be. Keys in sets are folded.
final class Scope {
  final DatabaseModel start;
  final DatabaseModel expected;
  final PublishOptions options;
  final Collation collation;
  final ObjectOrder oldOrder;
  final ObjectOrder newOrder;
  final List<Change> changes;
  final Map<ObjectKey, List<Change>> byObject = new LinkedHashMap<>();
  private final Map<ObjectKey, SchemaObject> startObjects = new HashMap<>();
  private final Map<ObjectKey, SchemaObject> expectedObjects = new HashMap<>();

  /// Objects that are dropped for good; dropped and made again by a change; made by a change.
  final Set<ObjectKey> dropped = new HashSet<>();

  final Set<ObjectKey> replaced = new HashSet<>();
  final Set<ObjectKey> created = new HashSet<>();
  final Set<ObjectKey> rebuilt = new HashSet<>();

  /// Modules that have to go for a while because a type that they use is replaced.
  final Set<ObjectKey> recreatedModules = new LinkedHashSet<>();

  /// Schema-bound modules that have to let go of what changes.
  final Set<ObjectKey> unbound = new LinkedHashSet<>();

  Scope(
      DatabaseModel start,
      DatabaseModel expected,
      PublishOptions options,
      ObjectOrder oldOrder,
      ObjectOrder newOrder,
      List<Change> changes) {
    this.start = start;
    this.expected = expected;
    this.options = options;
    this.oldOrder = oldOrder;
    this.newOrder = newOrder;
    this.changes = changes;
    collation = expected.collation();
    start.objects().forEach(object -> startObjects.put(key(object), object));
    expected.objects().forEach(object -> expectedObjects.put(key(object), object));
    for (Change change : changes) {
      ObjectKey key = change.object().folded(collation);
      byObject.computeIfAbsent(key, _ -> new ArrayList<>()).add(change);
      switch (change) {
        case Change.DropObject _ -> dropped.add(key);
        case Change.ReplaceObject _ -> replaced.add(key);
        case Change.CreateObject _ -> created.add(key);
        case Change.RebuildTable _ -> rebuilt.add(key);
        default -> {}
      }
    }
    recreatedModules();
    unbound();
  }

  ObjectKey key(SchemaObject object) {
    return object.key().folded(collation);
  }

  ObjectKey table(ObjectName name) {
    return ObjectKey.of(ObjectKind.TABLE, name).folded(collation);
  }

  Optional<SchemaObject> inStart(ObjectKey key) {
    return Optional.ofNullable(startObjects.get(key.folded(collation)));
  }

  Optional<SchemaObject> inExpected(ObjectKey key) {
    return Optional.ofNullable(expectedObjects.get(key.folded(collation)));
  }

  /// Whether a change is about the object.
  boolean changes(SchemaObject object) {
    return byObject.containsKey(key(object));
  }

  Optional<Table> expectedTable(ObjectName name) {
    return inExpected(table(name)).map(Table.class::cast);
  }

  List<Change> changes(ObjectKey key) {
    return byObject.getOrDefault(key.folded(collation), List.of());
  }

  <T extends Change> List<T> changes(ObjectKey key, Class<T> type) {
    return changes(key).stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Columns of a table of the target that ALTER COLUMN changes, with what they become.
  Map<String, Change.AlterColumn> alteredColumns(ObjectName table) {
    Map<String, Change.AlterColumn> altered = new LinkedHashMap<>();
    changes(table(table), Change.AlterColumn.class)
        .forEach(change -> altered.put(collation.key(change.before().name()), change));
    return altered;
  }

  /// Whether the columns of a table, or the table itself, change so that what is bound to it must
  /// let go.
  private boolean disturbs(Change change) {
    return switch (change) {
      case Change.AlterColumn _,
          Change.DropColumn _,
          Change.RecreateColumn _,
          Change.RebuildTable _ ->
          true;
      case Change.DropObject _, Change.ReplaceObject _, Change.AlterModule _ -> true;
      case Change.RenameObject _, Change.RenameColumn _ -> true;
      default -> false;
    };
  }

  private void recreatedModules() {
    Set<ObjectKey> types = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.ReplaceObject replace
          && (replace.before() instanceof TableType
              || replace.before().kind() == ObjectKind.ALIAS_TYPE)) {
        types.add(key(replace.before()));
      }
    }
    if (types.isEmpty()) {
      return;
    }
    for (ObjectKey key : oldOrder.sorted()) {
      if (startObjects.get(key) instanceof Module module
          && !dropped.contains(key)
          && !replaced.contains(key)
          && (oldOrder.needs(key).stream().anyMatch(types::contains) || uses(module, types))) {
        recreatedModules.add(key);
      }
    }
  }

  private boolean uses(Module module, Set<ObjectKey> types) {
    List<Module.Parameter> parameters =
        switch (module) {
          case Module.Procedure p -> p.parameters();
          case Module.ScalarFunction f -> f.parameters();
          case Module.TableFunction f -> f.parameters();
          case Module.View _, Module.Trigger _, Module.DatabaseTrigger _ -> List.of();
        };
    return parameters.stream()
        .flatMap(p -> p.type().userType().stream())
        .anyMatch(name ->
            types.contains(ObjectKey.of(ObjectKind.TABLE_TYPE, name).folded(collation))
                || types.contains(ObjectKey.of(ObjectKind.ALIAS_TYPE, name).folded(collation)));
  }

  private void unbound() {
    Set<ObjectKey> disturbed = new HashSet<>(recreatedModules);
    changes.stream()
        .filter(this::disturbs)
        .forEach(change -> disturbed.add(change.object().folded(collation)));
    // Needed objects come first in the order, so one pass reaches dependents of dependents.
    for (ObjectKey key : oldOrder.sorted()) {
      if (startObjects.get(key) instanceof Module module
          && schemaBound(module)
          && oldOrder.needs(key).stream().anyMatch(disturbed::contains)
          && !dropped.contains(key)
          && !replaced.contains(key)
          && !recreatedModules.contains(key)) {
        unbound.add(key);
        disturbed.add(key);
      }
    }
  }

  static boolean schemaBound(Module module) {
    return switch (module) {
      case Module.View v -> v.schemaBound();
      case Module.ScalarFunction f -> f.schemaBound();
      case Module.TableFunction f -> f.schemaBound();
      case Module.Procedure _, Module.Trigger _, Module.DatabaseTrigger _ -> false;
    };
  }

  /// Whether the table is there already, so that it may have rows, and keeps its place.
  boolean stays(ObjectName table) {
    ObjectKey key = table(table);
    return startObjects.containsKey(key) && !dropped.contains(key) && !replaced.contains(key);
  }

  static Optional<Column> column(Table table, String name, Collation collation) {
    return table.columns().stream().filter(c -> collation.same(c.name(), name)).findFirst();
  }
}
