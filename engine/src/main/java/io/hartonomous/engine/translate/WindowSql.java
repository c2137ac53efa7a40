package io.hartonomous.engine.translate;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.ArrayList;
import java.util.List;

/// OVER and the clauses inside.
final class WindowSql {
  private WindowSql() {}

  static String over(ExpressionSql expressions, QueryPart.Over over) {
    if (!over.parenthesised() && over.window().isPresent()) {
      return " OVER " + expressions.emission.names.identifier(over.window().get().value());
    }
    return " OVER (" + definition(expressions, over) + ")";
  }

  static String definition(ExpressionSql expressions, QueryPart.Over over) {
    List<String> parts = new ArrayList<>();
    over.window().ifPresent(w -> parts.add(expressions.emission.names.identifier(w.value())));
    if (!over.partitionBy().isEmpty()) {
      parts.add(
          "PARTITION BY "
              + String.join(", ", over.partitionBy().stream().map(expressions::value).toList()));
    }
    over.orderBy().ifPresent(o -> parts.add("ORDER BY " + order(expressions, o)));
    over.frame()
        .ifPresent(f ->
            parts.add(
                (f.rows() ? "ROWS " : "RANGE ")
                    + (f.end().isPresent()
                        ? "BETWEEN "
                            + bound(expressions, f.start())
                            + " AND "
                            + bound(expressions, f.end().get())
                        : bound(expressions, f.start()))));
    return String.join(" ", parts);
  }

  static String order(ExpressionSql expressions, QueryPart.OrderBy order) {
    List<String> elements = new ArrayList<>();
    for (QueryPart.OrderElement element : order.elements()) {
      // `ORDER BY (SELECT NULL)`: any order will do, and a subquery would cost.
      if (inner(element.expression()) instanceof Expression.ScalarSubquery
          || inner(element.expression()) instanceof Expression.Literal) {
        continue;
      }
      elements.add(
          expressions.order(
              element.expression(),
              element.order().filter(s -> s == QueryPart.SortOrder.DESC).isPresent()));
    }
    return elements.isEmpty() ? "(SELECT NULL)" : String.join(", ", elements);
  }

  private static Expression inner(Expression expression) {
    return expression instanceof Expression.Parenthesised p ? inner(p.inner()) : expression;
  }

  private static String bound(ExpressionSql expressions, QueryPart.FrameBound bound) {
    return switch (bound.kind()) {
      case UNBOUNDED_PRECEDING -> "UNBOUNDED PRECEDING";
      case PRECEDING -> expressions.integer(bound.distance().orElseThrow()) + " PRECEDING";
      case CURRENT_ROW -> "CURRENT ROW";
      case FOLLOWING -> expressions.integer(bound.distance().orElseThrow()) + " FOLLOWING";
      case UNBOUNDED_FOLLOWING -> "UNBOUNDED FOLLOWING";
    };
  }
}
