package io.hartonomous.bind;

import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.List;
import java.util.Optional;

/// What a query gives. `complete` is false where a star stands for columns that are not all known.
record Rows(List<Output> outputs, List<Relation.Column> columns, boolean complete) {
  Rows {
    outputs = List.copyOf(outputs);
    columns = List.copyOf(columns);
  }

  static final Rows NONE = new Rows(List.of(), List.of(), false);

  /// One column of a select list. `at` is where its name stands (an alias, the last part of a
  /// column's name, a star). `element` is absent where a star stands for it. `origin` is the column
  /// of a table that it hands through unchanged, `uses` what its expression uses if that is a name
  /// and no more, `broken` what is wrong with that name.
  record Output(
      Relation.Column column,
      Optional<SelectElement.Value> element,
      Optional<Node> at,
      Optional<Dependency> origin,
      List<Dependency> uses,
      Optional<Finding> broken) {

    /// A column that comes from nowhere but itself.
    static Output of(Relation.Column column) {
      return new Output(
          column,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());
    }

    Output withColumn(Relation.Column other) {
      return new Output(other, element, at, origin, uses, broken);
    }
  }

  static Rows of(List<Output> outputs, boolean complete) {
    return new Rows(outputs, outputs.stream().map(Output::column).toList(), complete);
  }

  /// Columns that come from nowhere but themselves.
  static Rows of(List<Relation.Column> columns) {
    return of(columns.stream().map(Output::of).toList(), true);
  }

  List<Dependency> uses(int ordinal) {
    return outputs.get(ordinal).uses();
  }
}
