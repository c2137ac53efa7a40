package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// A query: what stands in a view, in a subquery, or (with [QueryPart.With] before it) in a SELECT
/// statement.
public sealed interface QueryExpression extends Node {
  /// What follows the query as a whole. Every form has it, so that nobody needs to ask which.
  QueryPart.Tail tail();

  /// `SELECT ... FROM ... WHERE ... GROUP BY ... HAVING ... WINDOW ...`. ORDER BY, OFFSET and FOR
  /// of the whole query are in `tail`.
  record Specification(
      Optional<Expression.SetQuantifier> quantifier,
      Optional<QueryPart.Top> top,
      List<QueryPart.SelectElement> elements,
      Optional<MultiPartName> into,
      Optional<Identifier> intoFileGroup,
      List<TableReference> fromClause,
      Optional<Condition> where,
      Optional<QueryPart.GroupBy> groupBy,
      Optional<Condition> having,
      List<QueryPart.WindowDefinition> windows,
      QueryPart.Tail tail,
      int from,
      int to)
      implements QueryExpression {
    public Specification {
      elements = List.copyOf(elements);
      fromClause = List.copyOf(fromClause);
      windows = List.copyOf(windows);
    }
  }

  /// Queries joined by set operators of one precedence level, from left to right (INTERSECT binds
  /// tighter than UNION and EXCEPT).
  record SetOperation(
      List<QueryExpression> operands,
      List<SetOperator> operators,
      QueryPart.Tail tail,
      int from,
      int to)
      implements QueryExpression {
    public SetOperation {
      operands = List.copyOf(operands);
      operators = List.copyOf(operators);
    }
  }

  enum SetOperator {
    UNION("UNION"),
    UNION_ALL("UNION ALL"),
    EXCEPT("EXCEPT"),
    INTERSECT("INTERSECT");

    private final String sql;

    SetOperator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record Parenthesised(QueryExpression inner, QueryPart.Tail tail, int from, int to)
      implements QueryExpression {}
}
