package io.hartonomous.bind;

import java.util.List;
import java.util.Optional;

/// What a query gives: its columns; for each the column of a table that it hands through unchanged,
/// if it does, and all that its expression uses. `complete` is false where a star stands for
/// columns that are not all known.
record Rows(
    List<Relation.Column> columns,
    List<Optional<Dependency>> origins,
    List<List<Dependency>> uses,
    boolean complete) {
  Rows {
    columns = List.copyOf(columns);
    origins = List.copyOf(origins);
    uses = List.copyOf(uses);
  }

  static final Rows NONE = new Rows(List.of(), List.of(), List.of(), false);

  static Rows of(List<QueryBinder.Output> outputs, boolean complete) {
    return new Rows(
        outputs.stream().map(QueryBinder.Output::column).toList(),
        outputs.stream().map(QueryBinder.Output::origin).toList(),
        outputs.stream().map(QueryBinder.Output::uses).toList(),
        complete);
  }

  /// Columns that come from nowhere but themselves.
  static Rows of(List<Relation.Column> columns) {
    return new Rows(
        columns,
        columns.stream().map(_ -> Optional.<Dependency>empty()).toList(),
        columns.stream().map(_ -> List.<Dependency>of()).toList(),
        true);
  }

  List<Dependency> uses(int ordinal) {
    return ordinal < uses.size() ? uses.get(ordinal) : List.of();
  }
}
