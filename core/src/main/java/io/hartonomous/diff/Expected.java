package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.DatabaseOptions;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The database that a plan has to lead to: `after`, plus what the options keep of `before`.
///
/// Written from the two models alone, apart from the comparison that finds the changes: it is the
/// other side of the law that every plan is checked by.
public final class Expected {
  private static final Set<ObjectKind> ONE_NAMESPACE =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.SCALAR_FUNCTION,
          ObjectKind.TABLE_FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.SEQUENCE,
          ObjectKind.SYNONYM,
          ObjectKind.TRIGGER);
  private static final Set<ObjectKind> TYPES =
      EnumSet.of(ObjectKind.ALIAS_TYPE, ObjectKind.TABLE_TYPE, ObjectKind.XML_SCHEMA_COLLECTION);

  private Expected() {}

  /// `before` has the refactor log's renames done already.
  public static DatabaseModel of(
      DatabaseModel before, DatabaseModel after, PublishOptions options) {
    Collation collation = after.collation();
    Lookup old = new Lookup(before, collation);
    Lookup now = new Lookup(after, collation);
    View view = View.of(collation, after, options);
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : after.objects()) {
      Optional<SchemaObject> previous = old.find(object.key());
      if (!view.sees(object)) {
        previous.ifPresent(objects::add);
      } else {
        objects.add(previous.map(p -> merge(p, object, options, collation)).orElse(object));
      }
    }
    for (SchemaObject object : before.objects()) {
      if (now.find(object.key()).isEmpty() && keeps(object, view, now)) {
        objects.add(object);
      }
    }
    List<SchemaObject> left = Hosts.prune(before.objects(), objects, collation);
    return DatabaseModel.of(
        new DatabaseOptions(
            before.options().provider(), collation, settings(before, after, options)),
        left);
  }

  static Map<String, String> settings(
      DatabaseModel before, DatabaseModel after, PublishOptions options) {
    Map<String, String> settings = new TreeMap<>(before.options().settings());
    if (options.is(PublishOption.SCRIPT_DATABASE_OPTIONS)) {
      settings.putAll(after.options().settings());
    }
    return settings;
  }

  /// Whether an object that the source lacks stays.
  static boolean keeps(SchemaObject object, View view, Lookup after) {
    PublishOptions options = view.options();
    if (!view.sees(object) || options.notDropped().contains(object.kind())) {
      return !after.nameTaken(object.key());
    }
    return switch (object) {
      case Module.Trigger trigger when after.hasTableOrView(trigger.parent()) ->
          !options.is(PublishOption.DROP_DML_TRIGGERS_NOT_IN_SOURCE)
              && !after.nameTaken(object.key());
      case ExtendedProperty property when hostInSource(property, after) ->
          !options.is(PublishOption.DROP_EXTENDED_PROPERTIES_NOT_IN_SOURCE);
      case Security.Permission _ -> !options.is(PublishOption.DROP_PERMISSIONS_NOT_IN_SOURCE);
      case Security.RoleMembership _ -> !options.is(PublishOption.DROP_ROLE_MEMBERS_NOT_IN_SOURCE);
      default ->
          !options.is(PublishOption.DROP_OBJECTS_NOT_IN_SOURCE) && !after.nameTaken(object.key());
    };
  }

  private static boolean hostInSource(ExtendedProperty property, Lookup after) {
    List<Hosts.Host> hosts = Hosts.of(property);
    return hosts.isEmpty()
        || hosts.stream()
            .flatMap(host -> host.oneOf().stream())
            .anyMatch(key -> after.find(key).isPresent());
  }

  static SchemaObject merge(
      SchemaObject before, SchemaObject after, PublishOptions options, Collation collation) {
    if (before instanceof Table old && after instanceof Table now) {
      return table(old, now, options, collation);
    }
    if (before instanceof Module.View old && after instanceof Module.View now) {
      List<Index> indexes = indexes(old.indexes(), now.indexes(), null, options, collation);
      return new Module.View(
          now.name(),
          now.definition(),
          now.ansiNulls(),
          now.quotedIdentifier(),
          now.schemaBound(),
          indexes);
    }
    return after;
  }

  static Table table(Table before, Table after, PublishOptions options, Collation collation) {
    List<Column> columns =
        after.columns().stream().map(column -> column(before, column, options, collation)).toList();
    List<TableConstraint> constraints = new ArrayList<>(after.constraints());
    if (!options.is(PublishOption.DROP_CONSTRAINTS_NOT_IN_SOURCE)) {
      TableView view = new TableView(collation, collation.name(), options);
      List<TableConstraint> seen =
          new ArrayList<>(
              after.constraints().stream()
                  .map(c -> ConstraintDiff.identity(view.constraint(c)))
                  .toList());
      for (TableConstraint constraint : before.constraints()) {
        boolean replaced =
            constraint.name().isPresent()
                ? after.constraints().stream()
                    .flatMap(c -> c.name().stream())
                    .anyMatch(name -> collation.same(name, constraint.name().get()))
                : seen.remove(ConstraintDiff.identity(view.constraint(constraint)));
        if (!replaced && keeps(constraint, after, options, collation)) {
          constraints.add(constraint);
        }
      }
    }
    return new Table(
        after.name(),
        columns,
        constraints,
        indexes(before.indexes(), after.indexes(), after.columns(), options, collation),
        after.options());
  }

  private static Column column(
      Table before, Column after, PublishOptions options, Collation collation) {
    if (after.defaultConstraint().isPresent()
        || options.is(PublishOption.DROP_CONSTRAINTS_NOT_IN_SOURCE)) {
      return after;
    }
    // A column that has to be dropped and added again takes its default along.
    Optional<Column> old =
        before.columns().stream()
            .filter(column -> collation.same(column.name(), after.name()))
            .filter(column -> column.computed().isEmpty() && after.computed().isEmpty())
            .filter(column -> TypeChange.of(column.type(), after.type()) != TypeChange.IMPOSSIBLE)
            .findFirst();
    return after.withDefaultConstraint(old.flatMap(Column::defaultConstraint));
  }

  private static List<Index> indexes(
      List<Index> before,
      List<Index> after,
      List<Column> columns,
      PublishOptions options,
      Collation collation) {
    List<Index> indexes = new ArrayList<>(after);
    for (Index index : before) {
      if (after.stream().noneMatch(other -> collation.same(other.name(), index.name()))
          && keeps(index, after, columns, options, collation)) {
        indexes.add(index);
      }
    }
    return indexes;
  }

  /// Whether a constraint that the source lacks stays: not where another one takes its place, nor
  /// without its columns.
  static boolean keeps(
      TableConstraint constraint, Table after, PublishOptions options, Collation collation) {
    if (options.is(PublishOption.DROP_CONSTRAINTS_NOT_IN_SOURCE)) {
      return false;
    }
    if (constraint.name().isPresent()
        && after.constraints().stream()
            .flatMap(c -> c.name().stream())
            .anyMatch(n -> collation.same(n, constraint.name().get()))) {
      return false;
    }
    if (constraint instanceof TableConstraint.Key key) {
      boolean primary =
          after.constraints().stream()
              .anyMatch(c -> c instanceof TableConstraint.Key k && k.primary());
      boolean clustered =
          after.constraints().stream()
                  .anyMatch(c -> c instanceof TableConstraint.Key k && k.clustered())
              || after.indexes().stream().anyMatch(Index::clustered);
      return !(key.primary() && primary)
          && !(key.clustered() && clustered)
          && key.columns().stream().allMatch(c -> has(after.columns(), c.name(), collation));
    }
    if (constraint instanceof TableConstraint.ForeignKey foreign) {
      return foreign.columns().stream().allMatch(c -> has(after.columns(), c, collation));
    }
    return true;
  }

  static boolean keeps(
      Index index,
      List<Index> after,
      List<Column> columns,
      PublishOptions options,
      Collation collation) {
    return !options.is(PublishOption.DROP_INDEXES_NOT_IN_SOURCE)
        && !(index.clustered() && after.stream().anyMatch(Index::clustered))
        && (columns == null
            || index.columns().stream().allMatch(c -> has(columns, c.name(), collation))
                && index.include().stream().allMatch(c -> has(columns, c, collation)));
  }

  private static boolean has(List<Column> columns, String name, Collation collation) {
    return columns.stream().anyMatch(column -> collation.same(column.name(), name));
  }

  /// Objects of a model by key, under a collation that may not be the model's own.
  static final class Lookup {
    private final Map<ObjectKey, SchemaObject> byKey = new HashMap<>();
    private final Map<ObjectName, ObjectKind> names = new HashMap<>();
    private final Map<ObjectName, ObjectKind> types = new HashMap<>();
    private final Collation collation;

    Lookup(DatabaseModel model, Collation collation) {
      this.collation = collation;
      for (SchemaObject object : model.objects()) {
        byKey.put(object.key().folded(collation), object);
        if (ONE_NAMESPACE.contains(object.kind())) {
          names.put(collation.key(object.name()), object.kind());
        } else if (TYPES.contains(object.kind())) {
          types.put(collation.key(object.name()), object.kind());
        }
      }
    }

    Optional<SchemaObject> find(ObjectKey key) {
      return Optional.ofNullable(byKey.get(key.folded(collation)));
    }

    boolean hasTableOrView(ObjectName name) {
      return find(ObjectKey.of(ObjectKind.TABLE, name)).isPresent()
          || find(ObjectKey.of(ObjectKind.VIEW, name)).isPresent();
    }

    /// Whether an object of another kind has the name.
    boolean nameTaken(ObjectKey key) {
      Map<ObjectName, ObjectKind> names =
          ONE_NAMESPACE.contains(key.kind())
              ? this.names
              : TYPES.contains(key.kind()) ? types : Map.of();
      ObjectKind kind = names.get(collation.key(key.name()));
      return kind != null && kind != key.kind();
    }
  }
}
