package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.List;
import java.util.Optional;

/// What the binder found out about one tree: side tables from nodes (by identity) to their meaning.
public interface Binding {

  /// The type of an expression before any conversion its place demands; UNKNOWN where it could not
  /// be told.
  SqlType type(Expression expression);

  /// Whether an expression may be NULL, as far as types and constraints tell.
  boolean nullable(Expression expression);

  /// The column that a reference means. Absent where it was reported as unknown or ambiguous, or
  /// stands for an alias of the select list in ORDER BY (then [#alias] has it).
  Optional<ColumnBinding> column(Expression.ColumnReference reference);

  /// The element of the select list that an ORDER BY name or number means.
  Optional<SelectElement> alias(Expression orderElement);

  /// The source that a table reference or a data change's target makes.
  Optional<TableSource> source(Node tableReference);

  /// The function or procedure that a call means; absent for built-in functions.
  Optional<Routine> routine(Node call);

  /// The columns that a query gives, with `*` expanded.
  List<Relation.Column> columns(QueryExpression query);

  /// What `*` or `t.*` stands for.
  List<ColumnBinding> star(Node allColumns);
}
