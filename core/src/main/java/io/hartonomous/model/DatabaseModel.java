package io.hartonomous.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A whole database schema as a value, from whatever source: a project, a package, a live database.
///
/// Objects are ordered by kind, then by name under the model's collation. Two models are equal if
/// their options and objects are.
public final class DatabaseModel {
  private final DatabaseOptions options;
  private final Map<ObjectKey, SchemaObject> objects;

  private DatabaseModel(DatabaseOptions options, Map<ObjectKey, SchemaObject> objects) {
    this.options = options;
    this.objects = objects;
  }

  /// Makes a model. Of two objects with one key the first is kept: the project's reader has
  /// reported the second by then.
  public static DatabaseModel of(
      DatabaseOptions options, Collection<? extends SchemaObject> objects) {
    Collation collation = options.collation();
    Map<ObjectKey, SchemaObject> sorted = new LinkedHashMap<>();
    objects.stream()
        .sorted(order(collation))
        .forEach(object -> sorted.putIfAbsent(object.key().folded(collation), object));
    return new DatabaseModel(options, Collections.unmodifiableMap(sorted));
  }

  /// The order in which objects of a model stand.
  public static Comparator<SchemaObject> order(Collation collation) {
    return Comparator.<SchemaObject, ObjectKind>comparing(SchemaObject::kind)
        .thenComparing(object -> object.name().schema(), collation)
        .thenComparing(object -> object.name().name(), collation)
        .thenComparing(object -> object.key().detail(), collation)
        .thenComparing(object -> object.name().quoted());
  }

  public DatabaseOptions options() {
    return options;
  }

  public Collation collation() {
    return options.collation();
  }

  public Collection<SchemaObject> objects() {
    return objects.values();
  }

  public Optional<SchemaObject> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key.folded(collation())));
  }

  public <T extends SchemaObject> Optional<T> find(
      Class<T> type, ObjectKind kind, ObjectName name) {
    return find(ObjectKey.of(kind, name)).filter(type::isInstance).map(type::cast);
  }

  public Optional<Table> table(ObjectName name) {
    return find(Table.class, ObjectKind.TABLE, name);
  }

  public <T extends SchemaObject> Stream<T> all(Class<T> type) {
    return objects.values().stream().filter(type::isInstance).map(type::cast);
  }

  /// This model with other objects in it.
  public DatabaseModel withObjects(List<? extends SchemaObject> replaced) {
    return of(options, replaced);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatabaseModel that
        && options.equals(that.options)
        && objects.equals(that.objects);
  }

  @Override
  public int hashCode() {
    return 31 * options.hashCode() + objects.hashCode();
  }

  @Override
  public String toString() {
    return "DatabaseModel" + objects.keySet();
  }
}
