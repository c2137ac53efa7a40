package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Does changes to a model, as the server does them to a database.
public final class Changes {
  private final Collation collation;
  private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
  private DatabaseOptions options;

  private Changes(DatabaseModel before) {
    collation = before.collation();
    options = before.options();
    before.objects().forEach(this::put);
  }

  /// Errors: [IllegalStateException] for a change that does not fit the model (a column that is not
  /// there): a defect of the diff.
  public static DatabaseModel apply(List<Change> changes, DatabaseModel before) {
    if (changes.isEmpty()) {
      return before;
    }
    Changes applied = new Changes(before);
    changes.forEach(applied::apply);
    // Renamed hosts have taken theirs along by then.
    List<SchemaObject> renamed = new ArrayList<>();
    for (SchemaObject object : before.objects()) {
      SchemaObject moved = object;
      for (Change change : changes) {
        moved = Renames.applied(change, moved, applied.collation);
      }
      renamed.add(moved);
    }
    return DatabaseModel.of(
        applied.options,
        Hosts.prune(renamed, List.copyOf(applied.objects.values()), applied.collation));
  }

  private void put(SchemaObject object) {
    objects.put(object.key().folded(collation), object);
  }

  private void apply(Change change) {
    switch (change) {
      case Change.CreateObject create -> put(create.after());
      case Change.DropObject drop -> remove(drop.before().key());
      case Change.ReplaceObject replace -> {
        remove(replace.before().key());
        put(replace.after());
      }
      case Change.RenameObject _, Change.RenameColumn _, Change.RenameConstraint _ ->
          rename(change);
      case Change.RebuildTable rebuild -> {
        remove(rebuild.before().key());
        put(rebuild.after());
      }
      case Change.TableChange table -> put(table(table));
      case Change.CreateIndex create ->
          indexes(create.owner(), indexes -> plus(indexes, create.index()));
      case Change.DropIndex drop ->
          indexes(
              drop.owner(),
              indexes ->
                  indexes.stream()
                      .filter(i -> !collation.same(i.name(), drop.index().name()))
                      .toList());
      case Change.AlterModule alter -> put(alter.after());
      case Change.AlterTriggerState alter -> put(alter.after());
      case Change.AlterSequence alter -> put(alter.after());
      case Change.AlterSchema alter -> put(alter.after());
      case Change.AlterRole alter -> put(alter.after());
      case Change.AlterUser alter -> put(alter.after());
      case Change.AlterExtendedProperty alter -> put(alter.after());
      case Change.AlterDatabaseOptions alter -> options = alter.after();
    }
  }

  private void rename(Change change) {
    List<SchemaObject> renamed =
        objects.values().stream()
            .map(object -> Renames.applied(change, object, collation))
            .toList();
    objects.clear();
    renamed.forEach(this::put);
  }

  private void remove(ObjectKey key) {
    if (objects.remove(key.folded(collation)) == null) {
      throw new IllegalStateException("no " + key + " to drop");
    }
  }

  private Table table(Change.TableChange change) {
    SchemaObject object = objects.get(change.object().folded(collation));
    if (!(object instanceof Table table)) {
      throw new IllegalStateException("no " + change.object() + " to change");
    }
    return switch (change) {
      case Change.AddColumn add -> table.withColumns(plus(table.columns(), add.column()));
      case Change.DropColumn drop -> table.withColumns(without(table, drop.column().name()));
      case Change.AlterColumn alter ->
          table.withColumns(
              column(
                  table,
                  alter.after().name(),
                  old -> alter.after().withDefaultConstraint(old.defaultConstraint())));
      case Change.RecreateColumn recreate ->
          table.withColumns(plus(without(table, recreate.before().name()), recreate.after()));
      case Change.AddDefault add ->
          table.withColumns(
              column(
                  table, add.column(), old -> old.withDefaultConstraint(Optional.of(add.after()))));
      case Change.DropDefault drop ->
          table.withColumns(
              column(table, drop.column(), old -> old.withDefaultConstraint(Optional.empty())));
      case Change.AddConstraint add ->
          table.withConstraints(plus(table.constraints(), add.constraint()));
      case Change.DropConstraint drop ->
          table.withConstraints(minus(table.constraints(), drop.constraint()));
      case Change.AlterConstraintState alter ->
          table.withConstraints(plus(minus(table.constraints(), alter.before()), alter.after()));
      case Change.AlterTableOptions alter -> table.withOptions(alter.after());
      case Change.RebuildTable rebuild -> rebuild.after();
    };
  }

  private List<Column> without(Table table, String name) {
    List<Column> left =
        table.columns().stream().filter(column -> !collation.same(column.name(), name)).toList();
    if (left.size() == table.columns().size()) {
      throw new IllegalStateException("no column " + name + " in " + table.name());
    }
    return left;
  }

  private List<Column> column(Table table, String name, UnaryOperator<Column> change) {
    return table.columns().stream()
        .map(column -> collation.same(column.name(), name) ? change.apply(column) : column)
        .toList();
  }

  private void indexes(ObjectKey owner, UnaryOperator<List<Index>> change) {
    SchemaObject object = objects.get(owner.folded(collation));
    if (object instanceof Table table) {
      put(table.withIndexes(change.apply(table.indexes())));
    } else if (object instanceof Module.View view) {
      put(
          new Module.View(
              view.name(),
              view.definition(),
              view.ansiNulls(),
              view.quotedIdentifier(),
              view.schemaBound(),
              change.apply(view.indexes())));
    } else {
      throw new IllegalStateException("no " + owner + " with indexes");
    }
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }

  private static <T> List<T> minus(List<T> list, T gone) {
    List<T> left = new ArrayList<>(list);
    if (!left.remove(gone)) {
      throw new IllegalStateException("not there: " + gone);
    }
    return left;
  }

  static ObjectName moved(ObjectName name, ObjectName from, ObjectName to, Collation collation) {
    return collation.same(name, from) ? to : name;
  }
}
