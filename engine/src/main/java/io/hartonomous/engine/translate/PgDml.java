package io.hartonomous.engine.translate;

import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import java.util.List;

/// A data change for PostgreSQL and how to read what comes back.
///
/// `identity` says that the last hidden column, or the second of a summary, is the identity value
/// given last. `assignments` are variables that the rows set, in the order of the hidden columns
/// after OUTPUT's (and before identity); the last row wins.
public record PgDml(
    PgStatement statement, Shape shape, boolean identity, List<Assignment> assignments) {
  public PgDml {
    assignments = List.copyOf(assignments);
  }

  public enum Shape {
    /// Run it as an update: its count is the number of rows.
    COUNT,
    /// One row: number of rows (int8), the last identity value (numeric) or NULL.
    SUMMARY,
    /// One row for each changed row: the columns of OUTPUT (`statement.columns()`, maybe none),
    /// assigned values, the identity value.
    ROWS
  }

  /// `column` is the 1-based column of the row.
  public record Assignment(
      String variable,
      AssignmentOperator operator,
      io.hartonomous.model.SqlType type,
      int column) {}

  /// What the statement must do beside its change. The tables get the images of the changed rows,
  /// for triggers: all columns of the table, and a last column `$action` (INSERT, UPDATE or
  /// DELETE).
  public record Options(
      boolean identityInsert,
      java.util.Optional<String> insertedTable,
      java.util.Optional<String> deletedTable) {
    public static final Options NONE =
        new Options(false, java.util.Optional.empty(), java.util.Optional.empty());
  }
}
