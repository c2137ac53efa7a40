package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// What stands between the parentheses of CREATE TABLE, of a table type or of a table variable.
public sealed interface TableElement extends Node {
  /// A column with its constraints in the order in which they were written.
  record Column(
      Identifier name, DataType type, List<ColumnConstraint> constraints, int from, int to)
      implements TableElement {
    public Column {
      constraints = List.copyOf(constraints);
    }
  }

  /// `name AS expression [PERSISTED [NOT NULL]] constraints`.
  record ComputedColumn(
      Identifier name,
      Expression value,
      boolean persisted,
      boolean notNull,
      List<ColumnConstraint> constraints,
      int from,
      int to)
      implements TableElement {
    public ComputedColumn {
      constraints = List.copyOf(constraints);
    }
  }

  /// `PERIOD FOR SYSTEM_TIME (start, end)`.
  record Period(Identifier start, Identifier end, int from, int to) implements TableElement {}

  /// `[CONSTRAINT name] PRIMARY KEY | UNIQUE ...` of the table.
  record Key(
      Optional<Identifier> name,
      boolean primary,
      Optional<Boolean> clustered,
      boolean hash,
      List<IndexColumn> columns,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> fileStreamOn,
      boolean notEnforced,
      int from,
      int to)
      implements TableElement {
    public Key {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }
  }

  record ForeignKey(
      Optional<Identifier> name, List<Identifier> columns, References references, int from, int to)
      implements TableElement {
    public ForeignKey {
      columns = List.copyOf(columns);
    }
  }

  record Check(
      Optional<Identifier> name, boolean notForReplication, Condition condition, int from, int to)
      implements TableElement {}

  /// `CONSTRAINT name DEFAULT value FOR column` of ALTER TABLE ADD.
  record DefaultFor(
      Optional<Identifier> name,
      Expression value,
      Identifier column,
      boolean withValues,
      int from,
      int to)
      implements TableElement {}

  /// `CONSTRAINT name CONNECTION (a TO b, ...)` of an edge table.
  record Connection(
      Optional<Identifier> name,
      List<MultiPartName> pairs,
      Optional<ReferentialAction> onDelete,
      int from,
      int to)
      implements TableElement {
    public Connection {
      pairs = List.copyOf(pairs);
    }
  }

  /// `INDEX name ...` inside the table.
  record Index(
      Identifier name,
      boolean unique,
      Optional<Boolean> clustered,
      boolean columnstore,
      boolean hash,
      List<IndexColumn> columns,
      List<Identifier> include,
      Optional<Condition> where,
      List<OptionNode.Option> options,
      Optional<OptionNode.Placement> on,
      Optional<Identifier> fileStreamOn,
      int from,
      int to)
      implements TableElement {
    public Index {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      options = List.copyOf(options);
    }
  }

  /// `name XML COLUMN_SET FOR ALL_SPARSE_COLUMNS`.
  record ColumnSet(
      Identifier name, DataType type, List<ColumnConstraint> constraints, int from, int to)
      implements TableElement {
    public ColumnSet {
      constraints = List.copyOf(constraints);
    }
  }

  /// `REFERENCES table (columns) ON DELETE ... ON UPDATE ... [NOT ENFORCED] [NOT FOR REPLICATION]`.
  record References(
      MultiPartName table,
      List<Identifier> columns,
      Optional<ReferentialAction> onDelete,
      Optional<ReferentialAction> onUpdate,
      boolean notEnforced,
      boolean notForReplication,
      int from,
      int to)
      implements TableElement {
    public References {
      columns = List.copyOf(columns);
    }
  }

  enum ReferentialAction {
    NO_ACTION("NO ACTION"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record IndexColumn(Identifier name, Optional<QueryPart.SortOrder> order, int from, int to)
      implements TableElement {}
}
