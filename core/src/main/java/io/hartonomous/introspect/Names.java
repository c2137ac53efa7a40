package io.hartonomous.introspect;

import io.hartonomous.model.ObjectName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ids of the catalog and the names they stand for; which objects are our own and not to be seen.
final class Names {
  /// The schemas of our own tables and test procedures, and those that every database has.
  private static final Set<String> OWN_SCHEMAS = Set.of("hart", "hart_test");

  /// The table in which the reference's publisher notes what it has renamed.
  private static final String REFACTOR_LOG = "__RefactorLog";

  private final Map<Integer, String> schemas = new HashMap<>();
  private final Map<Integer, CatalogRow> objects;
  private final Map<Integer, String> principals = new HashMap<>();
  private final Set<Integer> hidden = new HashSet<>();

  Names(Catalog catalog) {
    catalog
        .rows(CatalogQuery.SCHEMAS)
        .forEach(row -> schemas.put(row.number("schema_id"), row.string("name")));
    catalog
        .rows(CatalogQuery.PRINCIPALS)
        .forEach(row -> principals.put(row.number("principal_id"), row.string("name")));
    objects = catalog.one(CatalogQuery.OBJECTS, "object_id");
    objects.forEach((id, row) -> {
      String schema = schemas.getOrDefault(row.number("schema_id"), "");
      boolean refactorLog = schema.equals("dbo") && row.string("name").equals(REFACTOR_LOG);
      if (OWN_SCHEMAS.contains(schema) || refactorLog) {
        hidden.add(id);
      }
    });
    // Constraints and triggers of hidden tables.
    objects.forEach((id, row) -> {
      if (hidden.contains(row.number("parent_object_id"))) {
        hidden.add(id);
      }
    });
  }

  boolean isOwnSchema(String schema) {
    return OWN_SCHEMAS.contains(schema);
  }

  /// Whether an object is shown: it is in the catalog and not our own.
  boolean shown(int objectId) {
    return objects.containsKey(objectId) && !hidden.contains(objectId);
  }

  String schema(int id) {
    return schemas.getOrDefault(id, "");
  }

  String principal(int id) {
    return principals.getOrDefault(id, "");
  }

  Optional<CatalogRow> object(int id) {
    return Optional.ofNullable(objects.get(id));
  }

  ObjectName name(int objectId) {
    CatalogRow row = objects.get(objectId);
    return new ObjectName(schema(row.number("schema_id")), row.string("name"));
  }

  /// The object's type as `sys.objects` has it, without blanks: `U`, `V`, `P`, `FN`.
  String type(int objectId) {
    return objects.get(objectId).string("type").strip();
  }

  Map<Integer, CatalogRow> objects() {
    return objects;
  }
}
