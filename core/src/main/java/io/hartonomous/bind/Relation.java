package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.List;

/// What has rows and can be named: its columns in order. `complete` is false where the columns are
/// not all known (a view over something missing, a system view with a partial list): an unknown
/// column there is no error.
public record Relation(ObjectName name, Kind kind, List<Column> columns, boolean complete) {
  public Relation {
    columns = List.copyOf(columns);
  }

  /// A table or a table type of a model.
  public static Relation of(ObjectName name, Kind kind, List<io.hartonomous.model.Column> columns) {
    return new Relation(name, kind, columns.stream().map(Column::of).toList(), true);
  }

  public enum Kind {
    TABLE,
    VIEW,
    TABLE_FUNCTION,
    TEMPORARY_TABLE,
    TABLE_VARIABLE,
    TABLE_TYPE,
    CTE,
    DERIVED,
    INSERTED,
    DELETED,
    SYSTEM
  }

  public record Column(
      String name,
      SqlType type,
      boolean nullable,
      boolean identity,
      boolean computed,
      boolean hidden) {
    public static Column of(String name, SqlType type) {
      return new Column(name, type, true, false, false, false);
    }

    public static Column of(io.hartonomous.model.Column column) {
      return new Column(
          column.name(),
          column.type(),
          column.nullable(),
          column.identity().isPresent(),
          column.computed().isPresent(),
          column.hidden());
    }

    /// A column of a view or of an inline function.
    public static Column of(OutputColumn column) {
      return new Column(
          column.name(), column.type(), column.nullable(), false, column.computed(), false);
    }

    public Column withType(SqlType other) {
      return new Column(name, other, nullable, identity, computed, hidden);
    }
  }
}
