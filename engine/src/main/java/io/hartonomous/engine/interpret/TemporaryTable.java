package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.Table;

/// A `#` table, a table variable or a table-valued parameter: a temporary table of PostgreSQL under
/// `pgName` (quoted, with its schema).
final class TemporaryTable {
  final String name;
  final int id;
  private Table table;
  private Relation relation;
  final String pgName;
  final boolean variable;
  final boolean readOnly;

  /// The connection that has its PostgreSQL table: USE goes to another one.
  PgConnection owner;

  /// False until its PostgreSQL table is made: a table variable is made when it is first used.
  boolean made;

  /// A parameter that stands for a table variable of the caller, who drops it.
  boolean borrowed;

  TemporaryTable(
      String name, int id, Table table, String pgName, boolean variable, boolean readOnly) {
    this.name = name;
    this.id = id;
    this.pgName = pgName;
    this.variable = variable;
    this.readOnly = readOnly;
    table(table);
  }

  void table(Table changed) {
    table = changed;
    relation =
        Relation.of(
            changed.name(),
            variable ? Relation.Kind.TABLE_VARIABLE : Relation.Kind.TEMPORARY_TABLE,
            changed.columns());
  }

  Table table() {
    return table;
  }

  Relation relation() {
    return relation;
  }

  /// A parameter of this type that reads the rows of another table.
  TemporaryTable standingFor(TemporaryTable other) {
    TemporaryTable made0 = new TemporaryTable(name, other.id, table, other.pgName, true, true);
    made0.made = true;
    made0.borrowed = true;
    return made0;
  }
}
