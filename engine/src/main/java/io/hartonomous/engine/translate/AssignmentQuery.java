package io.hartonomous.engine.translate;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// `SELECT @v = expression, ...`: the rows of `statement` are taken in order, and for each row the
/// assignments in order; what stays is the last row's.
///
/// `inputs` of an assignment are the parts of its value that PostgreSQL computes, with their
/// 1-based column. Where the value itself is one, it is that column; else the evaluator computes
/// the value from these parts and from variables, which earlier assignments and rows may have set.
public record AssignmentQuery(PgStatement statement, List<Assignment> assignments) {
  public AssignmentQuery {
    assignments = List.copyOf(assignments);
  }

  public record Assignment(
      String variable,
      AssignmentOperator operator,
      Expression value,
      Map<Expression, Integer> inputs) {
    public Assignment {
      IdentityHashMap<Expression, Integer> copy = new IdentityHashMap<>(inputs);
      inputs = Collections.unmodifiableMap(copy);
    }
  }
}
