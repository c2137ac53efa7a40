package io.hartonomous.plan;

import io.hartonomous.diff.Mentions;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The objects of one model in an order in which each can be made after what it needs.
///
/// Foreign keys, checks and defaults do not count: they are made when all tables and modules are
/// there.
final class ObjectOrder {
  private static final List<ObjectKind> RANKS =
      List.of(
          ObjectKind.ROLE,
          ObjectKind.USER,
          ObjectKind.ROLE_MEMBERSHIP,
          ObjectKind.SCHEMA,
          ObjectKind.FILEGROUP,
          ObjectKind.PARTITION_FUNCTION,
          ObjectKind.PARTITION_SCHEME,
          ObjectKind.XML_SCHEMA_COLLECTION,
          ObjectKind.FULL_TEXT_CATALOG,
          ObjectKind.ALIAS_TYPE,
          ObjectKind.SEQUENCE,
          ObjectKind.TABLE_TYPE,
          ObjectKind.TABLE,
          ObjectKind.SYNONYM,
          ObjectKind.SCALAR_FUNCTION,
          ObjectKind.VIEW,
          ObjectKind.TABLE_FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.TRIGGER,
          ObjectKind.DATABASE_TRIGGER,
          ObjectKind.OTHER,
          ObjectKind.PERMISSION,
          ObjectKind.EXTENDED_PROPERTY);

  private final Collation collation;
  private final List<PlainObject.Sequence> sequences;
  private final Map<ObjectKey, Set<ObjectKey>> needs = new HashMap<>();
  private final List<ObjectKey> sorted;

  ObjectOrder(DatabaseModel model, Dependencies dependencies) {
    collation = model.collation();
    sequences = model.all(PlainObject.Sequence.class).toList();
    Map<ObjectKey, Integer> positions = new HashMap<>();
    for (SchemaObject object : model.objects()) {
      ObjectKey key = object.key().folded(collation);
      positions.put(key, positions.size());
    }
    Comparator<ObjectKey> order =
        Comparator.<ObjectKey>comparingInt(key -> RANKS.indexOf(key.kind()))
            .thenComparing(positions::get);
    DependencyGraph<ObjectKey> graph = new DependencyGraph<>(order);
    positions.keySet().forEach(graph::add);
    for (SchemaObject object : model.objects()) {
      ObjectKey key = object.key().folded(collation);
      for (ObjectKey need : structural(object)) {
        graph.needs(key, need.folded(collation), false);
      }
      Set<ObjectKey> written = new LinkedHashSet<>();
      for (ObjectKey need : dependencies.of(object.key())) {
        ObjectKey folded = need.folded(collation);
        written.add(folded);
        if (counts(object, folded)) {
          graph.needs(key, folded, deferred(object));
        }
      }
      needs.put(key, written);
    }
    sorted = graph.sorted();
  }

  /// Keys, folded, needed ones first.
  List<ObjectKey> sorted() {
    return sorted;
  }

  /// What the object's text names, folded.
  Set<ObjectKey> needs(ObjectKey key) {
    return needs.getOrDefault(key.folded(collation), Set.of());
  }

  private boolean counts(SchemaObject object, ObjectKey need) {
    if (!(object instanceof Table table)) {
      return true;
    }
    if (need.kind() == ObjectKind.TABLE) {
      return false;
    }
    boolean function =
        need.kind() == ObjectKind.SCALAR_FUNCTION || need.kind() == ObjectKind.TABLE_FUNCTION;
    return !function
        || table.columns().stream()
            .anyMatch(c ->
                c.computed().stream()
                    .anyMatch(x -> Mentions.object(x.expression(), need.name(), collation)));
  }

  /// Whether the server looks names up only when the object's text runs.
  private static boolean deferred(SchemaObject object) {
    return switch (object) {
      case Module.Procedure _, Module.Trigger _, Module.DatabaseTrigger _, PlainObject.Synonym _ ->
          true;
      case Module.ScalarFunction f -> !f.schemaBound();
      case Module.TableFunction f -> !f.inline() && !f.schemaBound();
      default -> false;
    };
  }

  private List<ObjectKey> structural(SchemaObject object) {
    List<ObjectKey> keys = new ArrayList<>();
    if (!object.name().schema().isEmpty()
        && object.kind() != ObjectKind.PERMISSION
        && object.kind() != ObjectKind.EXTENDED_PROPERTY) {
      keys.add(ObjectKey.of(ObjectKind.SCHEMA, new ObjectName("", object.name().schema())));
    }
    switch (object) {
      case Table table -> {
        table.columns().forEach(c -> type(keys, c.type()));
        table.options().placement().ifPresent(p -> placement(keys, p));
        table
            .options()
            .systemVersioning()
            .flatMap(Table.SystemVersioning::history)
            .ifPresent(h -> keys.add(ObjectKey.of(ObjectKind.TABLE, h)));
        for (Column column : table.columns()) {
          column.defaultConstraint().ifPresent(d -> sequences(keys, d.value()));
        }
      }
      case TableType type -> type.columns().forEach(c -> type(keys, c.type()));
      case Module.Procedure p -> p.parameters().forEach(x -> type(keys, x.type()));
      case Module.ScalarFunction f -> {
        f.parameters().forEach(x -> type(keys, x.type()));
        type(keys, f.returns());
      }
      case Module.TableFunction f -> {
        f.parameters().forEach(x -> type(keys, x.type()));
        f.columns().forEach(c -> type(keys, c.type()));
      }
      case Module.Trigger t -> {
        keys.add(ObjectKey.of(ObjectKind.TABLE, t.parent()));
        keys.add(ObjectKey.of(ObjectKind.VIEW, t.parent()));
      }
      case PlainObject.Schema s -> principal(keys, s.owner());
      case Security.Role r -> principal(keys, r.owner());
      case Security.RoleMembership m -> {
        principal(keys, m.role());
        principal(keys, m.member());
      }
      case PlainObject.Sequence s -> type(keys, s.type());
      case PlainObject.PartitionScheme s -> {
        keys.add(ObjectKey.of(ObjectKind.PARTITION_FUNCTION, new ObjectName("", s.function())));
        s.fileGroups()
            .forEach(g -> keys.add(ObjectKey.of(ObjectKind.FILEGROUP, new ObjectName("", g))));
      }
      default -> {}
    }
    return keys;
  }

  private void sequences(List<ObjectKey> keys, SqlText value) {
    if (!value.text().contains(".")) {
      return;
    }
    for (PlainObject.Sequence sequence : sequences) {
      if (Mentions.object(value, sequence.name(), collation)) {
        keys.add(sequence.key());
      }
    }
  }

  private static void placement(List<ObjectKey> keys, Table.Placement placement) {
    keys.add(ObjectKey.of(ObjectKind.PARTITION_SCHEME, new ObjectName("", placement.name())));
    keys.add(ObjectKey.of(ObjectKind.FILEGROUP, new ObjectName("", placement.name())));
  }

  private static void principal(List<ObjectKey> keys, String name) {
    keys.add(ObjectKey.of(ObjectKind.ROLE, new ObjectName("", name)));
    keys.add(ObjectKey.of(ObjectKind.USER, new ObjectName("", name)));
  }

  private static void type(List<ObjectKey> keys, SqlType type) {
    type.userType()
        .ifPresent(name -> {
          keys.add(ObjectKey.of(ObjectKind.ALIAS_TYPE, name));
          keys.add(ObjectKey.of(ObjectKind.TABLE_TYPE, name));
          keys.add(ObjectKey.of(ObjectKind.XML_SCHEMA_COLLECTION, name));
        });
  }
}
