package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Objects that live on others: a trigger on its table, a permission on its securable, an extended
/// property on its host. When the host goes, they go with it, without a statement of their own.
public final class Hosts {
  private Hosts() {}

  /// What an object lives on: one of these keys, and a column, constraint or index of it.
  record Host(List<ObjectKey> oneOf, Optional<String> part) {}

  private static final List<ObjectKind> OBJECTS =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.SCALAR_FUNCTION,
          ObjectKind.TABLE_FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.SEQUENCE,
          ObjectKind.SYNONYM,
          ObjectKind.TRIGGER);
  private static final List<ObjectKind> TYPES =
      List.of(ObjectKind.ALIAS_TYPE, ObjectKind.TABLE_TYPE);

  static List<Host> of(SchemaObject object) {
    return switch (object) {
      case Module.Trigger trigger ->
          List.of(
              host(List.of(ObjectKind.TABLE, ObjectKind.VIEW), trigger.parent(), Optional.empty()));
      case Security.Permission permission -> of(permission);
      case Security.RoleMembership membership ->
          List.of(
              host(
                  List.of(ObjectKind.ROLE),
                  new ObjectName("", membership.role()),
                  Optional.empty()),
              host(
                  List.of(ObjectKind.ROLE, ObjectKind.USER),
                  new ObjectName("", membership.member()),
                  Optional.empty()));
      case ExtendedProperty property -> of(property);
      default -> List.of();
    };
  }

  private static List<Host> of(Security.Permission permission) {
    List<Host> hosts = new ArrayList<>();
    hosts.add(
        host(
            List.of(ObjectKind.ROLE, ObjectKind.USER),
            new ObjectName("", permission.grantee()),
            Optional.empty()));
    permission
        .securable()
        .ifPresent(name -> {
          List<ObjectKind> kinds =
              switch (permission.securableClass()) {
                case "OBJECT" -> OBJECTS;
                case "SCHEMA" -> List.of(ObjectKind.SCHEMA);
                case "TYPE" -> TYPES;
                case "ROLE" -> List.of(ObjectKind.ROLE);
                case "USER" -> List.of(ObjectKind.USER);
                default -> List.of();
              };
          if (!kinds.isEmpty()) {
            hosts.add(host(kinds, name, Optional.empty()));
            permission
                .columns()
                .forEach(column -> hosts.add(host(kinds, name, Optional.of(column))));
          }
        });
    return hosts;
  }

  private static List<Host> of(ExtendedProperty property) {
    if (property.level0().isEmpty()) {
      return List.of();
    }
    ExtendedProperty.Level first = property.level0().get();
    if (property.level1().isEmpty()) {
      List<ObjectKind> kinds =
          switch (first.type()) {
            case "SCHEMA" -> List.of(ObjectKind.SCHEMA);
            case "USER" -> List.of(ObjectKind.USER, ObjectKind.ROLE);
            case "TRIGGER" -> List.of(ObjectKind.DATABASE_TRIGGER);
            default -> List.of();
          };
      return kinds.isEmpty()
          ? List.of()
          : List.of(host(kinds, new ObjectName("", first.name()), Optional.empty()));
    }
    ExtendedProperty.Level second = property.level1().get();
    List<ObjectKind> kinds =
        second.type().equals("TYPE") || second.type().equals("TABLE_TYPE") ? TYPES : OBJECTS;
    Optional<String> part =
        property
            .level2()
            .filter(l ->
                l.type().equals("COLUMN")
                    || l.type().equals("CONSTRAINT")
                    || l.type().equals("INDEX"))
            .map(ExtendedProperty.Level::name);
    return List.of(host(kinds, new ObjectName(first.name(), second.name()), part));
  }

  private static Host host(List<ObjectKind> kinds, ObjectName name, Optional<String> part) {
    return new Host(kinds.stream().map(kind -> ObjectKey.of(kind, name)).toList(), part);
  }

  /// `result` without the objects whose host was there in `before` and is no more. Repeated,
  /// because hosts live on hosts.
  static List<SchemaObject> prune(
      Collection<SchemaObject> before, List<SchemaObject> result, Collation collation) {
    Map<ObjectKey, SchemaObject> there = byKey(before, collation);
    List<SchemaObject> kept = result;
    while (true) {
      Map<ObjectKey, SchemaObject> still = byKey(kept, collation);
      List<SchemaObject> next =
          kept.stream()
              .filter(object ->
                  of(object).stream()
                      .noneMatch(
                          host -> has(host, there, collation) && !has(host, still, collation)))
              .toList();
      if (next.size() == kept.size()) {
        return next;
      }
      kept = next;
    }
  }

  private static Map<ObjectKey, SchemaObject> byKey(
      Collection<SchemaObject> objects, Collation collation) {
    Map<ObjectKey, SchemaObject> byKey = HashMap.newHashMap(objects.size());
    objects.forEach(object -> byKey.put(object.key().folded(collation), object));
    return byKey;
  }

  private static boolean has(Host host, Map<ObjectKey, SchemaObject> objects, Collation collation) {
    for (ObjectKey key : host.oneOf()) {
      SchemaObject object = objects.get(key.folded(collation));
      if (object != null
          && (host.part().isEmpty() || hasPart(object, host.part().get(), collation))) {
        return true;
      }
    }
    return false;
  }

  /// Whether an object has a column, a constraint or an index of that name. Of kinds whose parts a
  /// model does not hold (the columns of a view) it is taken to have it.
  private static boolean hasPart(SchemaObject object, String part, Collation collation) {
    return switch (object) {
      case Table table ->
          table.columns().stream()
                  .anyMatch(c ->
                      collation.same(c.name(), part)
                          || c.defaultConstraint()
                              .flatMap(Column.DefaultConstraint::name)
                              .filter(n -> collation.same(n, part))
                              .isPresent())
              || table.constraints().stream()
                  .anyMatch(c -> c.name().filter(n -> collation.same(n, part)).isPresent())
              || table.indexes().stream().anyMatch(index -> collation.same(index.name(), part));
      default -> true;
    };
  }

  /// Whether `object` lives on the object with that key.
  public static boolean livesOn(SchemaObject object, ObjectKey host, Collation collation) {
    return of(object).stream()
        .flatMap(h -> h.oneOf().stream())
        .anyMatch(key -> key.folded(collation).equals(host.folded(collation)));
  }
}
