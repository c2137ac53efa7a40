package io.hartonomous.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A table with all that belongs to it. Columns in their order; constraints and indexes sorted by
/// name, unnamed ones by what they say.
public record Table(
    ObjectName name,
    List<Column> columns,
    List<TableConstraint> constraints,
    List<Index> indexes,
    TableOptions options)
    implements SchemaObject {
  public Table {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
  }

  /// Makes a table with its constraints and indexes in the model's order, in which two sources of
  /// one table agree.
  public static Table of(
      ObjectName name,
      List<Column> columns,
      List<TableConstraint> constraints,
      List<Index> indexes,
      TableOptions options,
      Collation collation) {
    return new Table(
        name,
        columns,
        TableConstraint.ordered(constraints, collation),
        indexes.stream().sorted(Comparator.comparing(Index::name, collation)).toList(),
        options);
  }

  public Table withName(ObjectName other) {
    return new Table(other, columns, constraints, indexes, options);
  }

  public Table withColumns(List<Column> other) {
    return new Table(name, other, constraints, indexes, options);
  }

  public Table withConstraints(List<TableConstraint> other) {
    return new Table(name, columns, other, indexes, options);
  }

  public Table withIndexes(List<Index> other) {
    return new Table(name, columns, constraints, other, options);
  }

  public Table withOptions(TableOptions other) {
    return new Table(name, columns, constraints, indexes, other);
  }

  @Override
  public ObjectKey key() {
    return ObjectKey.of(ObjectKind.TABLE, name);
  }

  /// What stands outside the parentheses of CREATE TABLE. `placement`, `textImageOn` and
  /// `fileStreamOn` are empty for the default filegroup.
  public record TableOptions(
      Optional<SystemVersioning> systemVersioning,
      Graph graph,
      boolean memoryOptimized,
      Optional<String> durability,
      Optional<Placement> placement,
      Optional<String> textImageOn,
      Optional<String> fileStreamOn,
      String compression,
      String lockEscalation,
      boolean ansiNulls,
      boolean quotedIdentifier) {
    public static final TableOptions DEFAULT =
        new TableOptions(
            Optional.empty(),
            Graph.NONE,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "NONE",
            "TABLE",
            true,
            true);

    public TableOptions withSystemVersioning(Optional<SystemVersioning> other) {
      return new TableOptions(
          other,
          graph,
          memoryOptimized,
          durability,
          placement,
          textImageOn,
          fileStreamOn,
          compression,
          lockEscalation,
          ansiNulls,
          quotedIdentifier);
    }

    public TableOptions withCompression(String other) {
      return new TableOptions(
          systemVersioning,
          graph,
          memoryOptimized,
          durability,
          placement,
          textImageOn,
          fileStreamOn,
          other,
          lockEscalation,
          ansiNulls,
          quotedIdentifier);
    }

    public TableOptions withLockEscalation(String other) {
      return new TableOptions(
          systemVersioning,
          graph,
          memoryOptimized,
          durability,
          placement,
          textImageOn,
          fileStreamOn,
          compression,
          other,
          ansiNulls,
          quotedIdentifier);
    }
  }

  public enum Graph {
    NONE,
    NODE,
    EDGE
  }

  /// A temporal table: its period columns, and where rows go (`history` empty for a history table
  /// that the server names). `retention` as T-SQL writes it (`6 MONTHS`), `INFINITE` without one. A
  /// table may have a period without being versioned (`on` false).
  public record SystemVersioning(
      String periodStart,
      String periodEnd,
      boolean on,
      Optional<ObjectName> history,
      String retention) {}

  /// A filegroup, or a partition scheme with its column.
  public record Placement(String name, Optional<String> column) {}
}
