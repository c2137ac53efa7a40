package io.hartonomous.introspect;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What objects need, as `sys.sql_expression_dependencies` knows it. A constraint's needs are its
/// table's.
final class DependencyReader {
  private DependencyReader() {}

  static Map<ObjectKey, Set<ObjectKey>> read(Catalog catalog, Names names, DatabaseModel model) {
    Collation collation = model.collation();
    Map<ObjectName, ObjectKey> keys = new HashMap<>();
    for (SchemaObject object : model.objects()) {
      switch (object.kind()) {
        case TABLE,
            VIEW,
            SCALAR_FUNCTION,
            TABLE_FUNCTION,
            PROCEDURE,
            SEQUENCE,
            SYNONYM,
            TRIGGER,
            ALIAS_TYPE,
            TABLE_TYPE ->
            keys.putIfAbsent(collation.key(object.name()), object.key());
        default -> {}
      }
    }
    Map<ObjectKey, Set<ObjectKey>> needs = new HashMap<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.DEPENDENCIES)) {
      int from = row.number("referencing_id");
      if (row.number("referencing_class") != 1 || !names.shown(from)) {
        continue;
      }
      int owner = owner(names, from);
      ObjectKey referencing = keys.get(collation.key(names.name(owner)));
      int to = row.number("referenced_id");
      // A name without a schema was looked up in the schema of whoever calls: dbo is the best
      // guess.
      ObjectName referenced =
          row.number("referenced_class") == 1 && names.object(to).isPresent()
              ? names.name(to)
              : new ObjectName(
                  row.text("referenced_schema_name").orElse("dbo"),
                  row.string("referenced_entity_name"));
      ObjectKey needed = keys.get(collation.key(referenced));
      if (referencing != null && needed != null && !needed.equals(referencing)) {
        needs
            .computeIfAbsent(referencing.folded(collation), _ -> new LinkedHashSet<>())
            .add(needed);
      }
    }
    return Map.copyOf(needs);
  }

  private static int owner(Names names, int objectId) {
    boolean part = List.of("C", "D", "PK", "UQ", "F").contains(names.type(objectId));
    return part ? names.object(objectId).orElseThrow().number("parent_object_id") : objectId;
  }
}
