package io.hartonomous.model;

import java.util.List;

/// A table type. Its constraints have no names.
public record TableType(
    ObjectName name,
    List<Column> columns,
    List<TableConstraint> constraints,
    List<Index> indexes,
    boolean memoryOptimized)
    implements SchemaObject {
  public TableType {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  @Override
  public ObjectKey key() {
    return ObjectKey.of(ObjectKind.TABLE_TYPE, name);
  }
}
