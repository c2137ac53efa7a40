package io.hartonomous.introspect;

import java.util.HashMap;
import java.util.Map;

/// Names of columns by the ids of object and column.
final class Columns {
  private final Map<Long, String> names = new HashMap<>();

  Columns(Catalog catalog) {
    catalog
        .rows(CatalogQuery.COLUMNS)
        .forEach(row ->
            names.put(key(row.number("object_id"), row.number("column_id")), row.string("name")));
  }

  String name(int objectId, int columnId) {
    return names.getOrDefault(key(objectId, columnId), "");
  }

  private static long key(int objectId, int columnId) {
    return (long) objectId << 32 | columnId;
  }
}
