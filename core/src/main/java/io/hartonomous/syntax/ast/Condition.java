package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// A search condition: true, false or unknown.
public sealed interface Condition extends Node {
  record And(List<Condition> operands, int from, int to) implements Condition {
    public And {
      operands = List.copyOf(operands);
    }
  }

  record Or(List<Condition> operands, int from, int to) implements Condition {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  record Not(Condition operand, int from, int to) implements Condition {}

  record Parenthesised(Condition inner, int from, int to) implements Condition {}

  record Comparison(
      Expression left, ComparisonOperator operator, Expression right, int from, int to)
      implements Condition {}

  enum ComparisonOperator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    NOT_EQUAL_EXCLAMATION("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    NOT_LESS("!<"),
    NOT_GREATER("!>");

    private final String sql;

    ComparisonOperator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /// `left IS [NOT] DISTINCT FROM right`.
  record DistinctFrom(Expression left, boolean negated, Expression right, int from, int to)
      implements Condition {}

  record Between(
      Expression value, boolean negated, Expression low, Expression high, int from, int to)
      implements Condition {}

  record InList(Expression value, boolean negated, List<Expression> values, int from, int to)
      implements Condition {
    public InList {
      values = List.copyOf(values);
    }
  }

  record InQuery(Expression value, boolean negated, QueryExpression query, int from, int to)
      implements Condition {}

  /// `value [NOT] LIKE pattern [ESCAPE c | {ESCAPE c}]`.
  record Like(
      Expression value,
      boolean negated,
      Expression pattern,
      Optional<Expression> escape,
      boolean escapeInBraces,
      int from,
      int to)
      implements Condition {}

  record IsNull(Expression value, boolean negated, int from, int to) implements Condition {}

  record Exists(QueryExpression query, int from, int to) implements Condition {}

  /// `value = ANY (SELECT ...)`, `SOME`, `ALL`.
  record Quantified(
      Expression value,
      ComparisonOperator operator,
      Quantifier quantifier,
      QueryExpression query,
      int from,
      int to)
      implements Condition {}

  enum Quantifier {
    ANY,
    SOME,
    ALL
  }

  /// `MATCH(pattern AND ...)` over tables of a graph.
  record Match(List<GraphPattern> patterns, int from, int to) implements Condition {
    public Match {
      patterns = List.copyOf(patterns);
    }
  }

  /// `TSEQUAL(timestamp, timestamp)`.
  record TsEqual(Expression left, Expression right, int from, int to) implements Condition {}

  /// `CONTAINS(columns, text)` and `FREETEXT`. `columns` is empty for `*`; `property` is of
  /// `PROPERTY(column, 'name')`.
  record FullText(
      boolean contains,
      List<Expression.ColumnReference> columns,
      Optional<Expression.Literal> property,
      Expression text,
      Optional<Expression> language,
      int from,
      int to)
      implements Condition {
    public FullText {
      columns = List.copyOf(columns);
    }
  }

  /// `UPDATE(column)` in a trigger.
  record UpdateColumn(Identifier column, int from, int to) implements Condition {}

  /// A function that is true or false by itself, `REGEXP_LIKE(...)`.
  record Predicate(Expression.FunctionCall call, int from, int to) implements Condition {}

  /// `CURRENT OF cursor` in the WHERE clause of UPDATE and DELETE.
  record CurrentOf(boolean global, Expression cursor, int from, int to) implements Condition {}
}
