package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The differences of two models under the publish options: first the renames of the refactor log,
/// then object by object in the model's order.
public final class ModelDiff {
  private final DatabaseModel before;
  private final DatabaseModel after;
  private final PublishOptions options;
  private final Collation collation;
  private final View beforeView;
  private final View afterView;
  private final Expected.Lookup old;
  private final Expected.Lookup now;
  private final Set<ObjectName> histories;

  private ModelDiff(DatabaseModel before, DatabaseModel after, PublishOptions options) {
    this.before = before;
    this.after = after;
    this.options = options;
    collation = after.collation();
    beforeView = View.of(collation, before, options);
    afterView = View.of(collation, after, options);
    old = new Expected.Lookup(before, collation);
    now = new Expected.Lookup(after, collation);
    histories = Histories.names(before, collation);
    histories.addAll(Histories.names(after, collation));
  }

  /// Names compare as in `after`. History tables that the server keeps take part only where the
  /// source names them.
  public static List<Change> diff(
      DatabaseModel before, DatabaseModel after, PublishOptions options, RefactorLog log) {
    List<Change> changes = new ArrayList<>(Renames.of(log, before, after));
    DatabaseModel renamed = Changes.apply(changes, before);
    changes.addAll(new ModelDiff(Histories.without(renamed, after), after, options).changes());
    return List.copyOf(changes);
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    database(changes);
    Set<ObjectKey> surviving = new HashSet<>();
    Expected.of(before, after, options)
        .objects()
        .forEach(object -> surviving.add(object.key().folded(collation)));
    Set<ObjectKey> vanishing = vanishing();
    for (SchemaObject object : before.objects()) {
      ObjectKey key = object.key().folded(collation);
      if (now.find(object.key()).isEmpty()
          && !surviving.contains(key)
          && !vanishing.contains(key)) {
        changes.add(new Change.DropObject(object));
      }
    }
    for (SchemaObject object : after.objects()) {
      if (!afterView.sees(object)) {
        continue;
      }
      Optional<SchemaObject> previous = old.find(object.key());
      if (previous.isEmpty()) {
        changes.add(new Change.CreateObject(object));
      } else {
        changed(changes, previous.get(), object);
      }
    }
    return changes;
  }

  /// Objects that go with their hosts: no statement drops them.
  private Set<ObjectKey> vanishing() {
    List<SchemaObject> staying = new ArrayList<>(after.objects());
    Set<ObjectKey> vanishing = new HashSet<>();
    for (SchemaObject object : before.objects()) {
      if (now.find(object.key()).isEmpty()
          && (Expected.keeps(object, afterView, now) || !Hosts.of(object).isEmpty())) {
        staying.add(object);
        vanishing.add(object.key().folded(collation));
      }
    }
    Hosts.prune(before.objects(), staying, collation)
        .forEach(object -> vanishing.remove(object.key().folded(collation)));
    return vanishing;
  }

  private void database(List<Change> changes) {
    Map<String, String> settings = new TreeMap<>(Expected.settings(before, after, options));
    DatabaseOptions wanted =
        new DatabaseOptions(before.options().provider(), before.options().collation(), settings);
    if (!afterView.settings(wanted).equals(beforeView.settings(before.options()))) {
      changes.add(new Change.AlterDatabaseOptions(before.options(), wanted));
    }
  }

  private void changed(List<Change> changes, SchemaObject from, SchemaObject to) {
    if (from instanceof Table previous && to instanceof Table table) {
      changes.addAll(
          new TableDiff(previous, table, beforeView, afterView)
              .changes(histories.contains(collation.key(table.name()))));
      return;
    }
    if (from instanceof Module previous && to instanceof Module module) {
      changes.addAll(new ModuleDiff(previous, module, beforeView, afterView).changes());
      return;
    }
    if (beforeView.same(from, afterView, to)) {
      return;
    }
    changes.add(
        switch (to) {
          case PlainObject.Schema schema ->
              new Change.AlterSchema((PlainObject.Schema) from, schema);
          case PlainObject.Sequence sequence -> sequence((PlainObject.Sequence) from, sequence);
          case Security.Role role -> new Change.AlterRole((Security.Role) from, role);
          case Security.User user -> user((Security.User) from, user);
          case ExtendedProperty property ->
              new Change.AlterExtendedProperty((ExtendedProperty) from, property);
          case PlainObject _, Security _, TableType _, Table _, Module _ ->
              new Change.ReplaceObject(from, to);
        });
  }

  /// The type of a sequence is fixed at creation.
  private Change sequence(PlainObject.Sequence from, PlainObject.Sequence to) {
    SchemaObject seenBefore = beforeView.object(from);
    SchemaObject seenAfter = afterView.object(to);
    boolean sameType =
        ((PlainObject.Sequence) seenBefore)
            .type()
            .equals(((PlainObject.Sequence) seenAfter).type());
    return sameType ? new Change.AlterSequence(from, to) : new Change.ReplaceObject(from, to);
  }

  private Change user(Security.User from, Security.User to) {
    boolean alterable =
        from.userKind() == to.userKind()
            || from.userKind() == Security.UserKind.WITHOUT_LOGIN
                && to.userKind() == Security.UserKind.LOGIN;
    return alterable ? new Change.AlterUser(from, to) : new Change.ReplaceObject(from, to);
  }
}
