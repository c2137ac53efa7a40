package io.hartonomous.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A constraint of a table, but for DEFAULT, which its column holds. A name is empty where the
/// server gives one.
public sealed interface TableConstraint {
  Optional<String> name();

  TableConstraint withName(Optional<String> other);

  /// The order in which a table holds its constraints: named ones by name, then the unnamed by what
  /// they say.
  static List<TableConstraint> ordered(List<TableConstraint> constraints, Collation collation) {
    return constraints.stream()
        .sorted(
            Comparator.<TableConstraint, Boolean>comparing(
                    constraint -> constraint.name().isEmpty())
                .thenComparing(constraint -> constraint.name().orElse(""), collation)
                .thenComparing(
                    constraint -> constraint.name().isEmpty() ? constraint.identity() : "",
                    collation))
        .toList();
  }

  /// What tells an unnamed constraint from the others of its table.
  default String identity() {
    return switch (this) {
      case Key key ->
          (key.primary() ? "PRIMARY KEY " : "UNIQUE ")
              + String.join(",", key.columns().stream().map(IndexColumn::name).toList());
      case ForeignKey key ->
          "FOREIGN KEY " + String.join(",", key.columns()) + " " + key.referencedTable().quoted();
      case Check check -> "CHECK " + check.condition().canonical();
      case Connection connection -> "CONNECTION " + connection.from() + " " + connection.to();
    };
  }

  record Key(
      Optional<String> name,
      boolean primary,
      boolean clustered,
      List<IndexColumn> columns,
      IndexOptions options,
      Optional<Table.Placement> placement)
      implements TableConstraint {
    public Key {
      columns = List.copyOf(columns);
    }

    @Override
    public Key withName(Optional<String> other) {
      return new Key(other, primary, clustered, columns, options, placement);
    }

    public Key withColumns(List<IndexColumn> other) {
      return new Key(name, primary, clustered, other, options, placement);
    }
  }

  /// `enabled` and `trusted`: what `sys.foreign_keys` says of a live one; both true in a project
  /// unless it says otherwise.
  record ForeignKey(
      Optional<String> name,
      List<String> columns,
      ObjectName referencedTable,
      List<String> referencedColumns,
      Action onDelete,
      Action onUpdate,
      boolean notForReplication,
      boolean enabled,
      boolean trusted)
      implements TableConstraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }

    @Override
    public ForeignKey withName(Optional<String> other) {
      return new ForeignKey(
          other,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          onUpdate,
          notForReplication,
          enabled,
          trusted);
    }

    public ForeignKey withColumns(List<String> other) {
      return new ForeignKey(
          name,
          other,
          referencedTable,
          referencedColumns,
          onDelete,
          onUpdate,
          notForReplication,
          enabled,
          trusted);
    }

    public ForeignKey withReferencedTable(ObjectName other) {
      return new ForeignKey(
          name,
          columns,
          other,
          referencedColumns,
          onDelete,
          onUpdate,
          notForReplication,
          enabled,
          trusted);
    }

    public ForeignKey withReferencedColumns(List<String> other) {
      return new ForeignKey(
          name,
          columns,
          referencedTable,
          other,
          onDelete,
          onUpdate,
          notForReplication,
          enabled,
          trusted);
    }

    public ForeignKey withEnabled(boolean other) {
      return new ForeignKey(
          name,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          onUpdate,
          notForReplication,
          other,
          trusted);
    }

    public ForeignKey withTrusted(boolean other) {
      return new ForeignKey(
          name,
          columns,
          referencedTable,
          referencedColumns,
          onDelete,
          onUpdate,
          notForReplication,
          enabled,
          other);
    }
  }

  record Check(
      Optional<String> name,
      SqlText condition,
      boolean notForReplication,
      boolean enabled,
      boolean trusted)
      implements TableConstraint {
    @Override
    public Check withName(Optional<String> other) {
      return new Check(other, condition, notForReplication, enabled, trusted);
    }

    public Check withCondition(SqlText other) {
      return new Check(name, other, notForReplication, enabled, trusted);
    }

    public Check withEnabled(boolean other) {
      return new Check(name, condition, notForReplication, other, trusted);
    }

    public Check withTrusted(boolean other) {
      return new Check(name, condition, notForReplication, enabled, other);
    }
  }

  /// CONNECTION of an edge table: pairs of from and to.
  record Connection(
      Optional<String> name, List<ObjectName> from, List<ObjectName> to, Action onDelete)
      implements TableConstraint {
    public Connection {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public Connection withName(Optional<String> other) {
      return new Connection(other, from, to, onDelete);
    }
  }

  enum Action {
    NO_ACTION("NO ACTION"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    Action(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }
}
