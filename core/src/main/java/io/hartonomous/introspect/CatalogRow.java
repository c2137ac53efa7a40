package io.hartonomous.introspect;

import java.util.Map;
import java.util.Optional;

/// One row of a catalog query, by column name.
final class CatalogRow {
  private final Map<String, Integer> columns;
  private final Object[] values;

  CatalogRow(Map<String, Integer> columns, Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  private Object value(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException("no column " + column + " in " + columns.keySet());
    }
    return values[index];
  }

  /// Whether the query had the column: some depend on the server's version.
  boolean has(String column) {
    return columns.containsKey(column);
  }

  Optional<String> text(String column) {
    return Optional.ofNullable(value(column)).map(Object::toString);
  }

  String string(String column) {
    Object value = value(column);
    return value == null ? "" : value.toString();
  }

  int number(String column) {
    return value(column) instanceof Number number ? number.intValue() : 0;
  }

  boolean isNull(String column) {
    return value(column) == null;
  }

  boolean flag(String column) {
    return switch (value(column)) {
      case Boolean b -> b;
      case Number n -> n.intValue() != 0;
      case null, default -> false;
    };
  }

  /// False where the server's version has no such column.
  boolean flagIfThere(String column) {
    return has(column) && flag(column);
  }
}
