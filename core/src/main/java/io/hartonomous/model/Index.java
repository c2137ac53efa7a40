package io.hartonomous.model;

import java.util.List;
import java.util.Optional;

/// An index of a table, of a view or of a table type that is not the index behind a key constraint.
public record Index(
    String name,
    IndexKind kind,
    boolean unique,
    boolean clustered,
    List<IndexColumn> columns,
    List<String> include,
    Optional<SqlText> filter,
    IndexOptions options,
    Optional<Table.Placement> placement) {
  public Index {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  /// `SPECIAL` kinds (spatial, XML, vector, JSON, full-text) are [PlainObject.Other] with their own
  /// script.
  public enum IndexKind {
    ROWSTORE,
    COLUMNSTORE,
    HASH
  }
}
