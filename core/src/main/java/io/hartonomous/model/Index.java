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

  public Index withName(String other) {
    return new Index(other, kind, unique, clustered, columns, include, filter, options, placement);
  }

  public Index withColumns(List<IndexColumn> other) {
    return new Index(name, kind, unique, clustered, other, include, filter, options, placement);
  }

  public Index withInclude(List<String> other) {
    return new Index(name, kind, unique, clustered, columns, other, filter, options, placement);
  }

  public Index withFilter(Optional<SqlText> other) {
    return new Index(name, kind, unique, clustered, columns, include, other, options, placement);
  }

  public Index withOptions(IndexOptions other) {
    return new Index(name, kind, unique, clustered, columns, include, filter, other, placement);
  }

  /// `SPECIAL` kinds (spatial, XML, vector, JSON, full-text) are [PlainObject.Other] with their own
  /// script.
  public enum IndexKind {
    ROWSTORE,
    COLUMNSTORE,
    HASH
  }
}
