package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Set<String> there = parts(before, collation);
    List<SchemaObject> kept = result;
    while (true) {
      Set<String> still = parts(kept, collation);
      List<SchemaObject> next =
          kept.stream()
              .filter(object ->
                  of(object).stream().noneMatch(host -> gone(host, there, still, collation)))
              .toList();
      if (next.size() == kept.size()) {
        return next;
      }
      kept = next;
    }
  }

  private static boolean gone(
      Host host, Set<String> before, Set<String> after, Collation collation) {
    return has(host, before, collation) && !has(host, after, collation);
  }

  private static boolean has(Host host, Set<String> parts, Collation collation) {
    return host.oneOf().stream()
        .anyMatch(key -> parts.contains(part(key, host.part().orElse(""), collation)));
  }

  private static String part(ObjectKey key, String part, Collation collation) {
    return key.folded(collation) + "\n" + collation.key(part);
  }

  private static Set<String> parts(
      Collection<? extends SchemaObject> objects, Collation collation) {
    Set<String> parts = new HashSet<>();
    for (SchemaObject object : objects) {
      parts.add(part(object.key(), "", collation));
      if (object instanceof Table table) {
        table
            .columns()
            .forEach(c -> {
              parts.add(part(table.key(), c.name(), collation));
              c.defaultConstraint()
                  .flatMap(d -> d.name())
                  .ifPresent(name -> parts.add(part(table.key(), name, collation)));
            });
        table
            .constraints()
            .forEach(
                c -> c.name().ifPresent(name -> parts.add(part(table.key(), name, collation))));
        table.indexes().forEach(index -> parts.add(part(table.key(), index.name(), collation)));
      } else if (object instanceof Module.View view) {
        for (Index index : view.indexes()) {
          parts.add(part(view.key(), index.name(), collation));
        }
      }
    }
    return parts;
  }

  /// Whether `object` lives on the object with that key.
  public static boolean livesOn(SchemaObject object, ObjectKey host, Collation collation) {
    return of(object).stream()
        .flatMap(h -> h.oneOf().stream())
        .anyMatch(key -> key.folded(collation).equals(host.folded(collation)));
  }
}
