package io.hartonomous.bind;

import io.hartonomous.syntax.ast.Condition;

/// Binds search conditions.
final class ConditionBinder {
  private ConditionBinder() {}

  static void bind(Context c, Condition condition, Scope scope) {
    switch (condition) {
      case Condition.And and -> and.operands().forEach(o -> bind(c, o, scope));
      case Condition.Or or -> or.operands().forEach(o -> bind(c, o, scope));
      case Condition.Not not -> bind(c, not.operand(), scope);
      case Condition.Parenthesised p -> bind(c, p.inner(), scope);
      case Condition.Comparison x -> {
        ExpressionBinder.bind(c, x.left(), scope);
        ExpressionBinder.bind(c, x.right(), scope);
      }
      case Condition.DistinctFrom x -> {
        ExpressionBinder.bind(c, x.left(), scope);
        ExpressionBinder.bind(c, x.right(), scope);
      }
      case Condition.Between x -> {
        ExpressionBinder.bind(c, x.value(), scope);
        ExpressionBinder.bind(c, x.low(), scope);
        ExpressionBinder.bind(c, x.high(), scope);
      }
      case Condition.InList x -> {
        ExpressionBinder.bind(c, x.value(), scope);
        x.values().forEach(v -> ExpressionBinder.bind(c, v, scope));
      }
      case Condition.InQuery x -> {
        ExpressionBinder.bind(c, x.value(), scope);
        c.deeper(() -> QueryBinder.bind(c, x.query(), scope, scope.ctes));
      }
      case Condition.Like x -> {
        ExpressionBinder.bind(c, x.value(), scope);
        ExpressionBinder.bind(c, x.pattern(), scope);
        x.escape().ifPresent(e -> ExpressionBinder.bind(c, e, scope));
      }
      case Condition.IsNull x -> ExpressionBinder.bind(c, x.value(), scope);
      case Condition.Exists x -> c.deeper(() -> QueryBinder.bind(c, x.query(), scope, scope.ctes));
      case Condition.Quantified x -> {
        ExpressionBinder.bind(c, x.value(), scope);
        c.deeper(() -> QueryBinder.bind(c, x.query(), scope, scope.ctes));
      }
      case Condition.FullText x -> {
        x.columns().forEach(column -> ExpressionBinder.bind(c, column, scope));
        ExpressionBinder.bind(c, x.text(), scope);
      }
      case Condition.Match _ -> {} // names of tables of FROM, which are bound there
      case Condition.TsEqual x -> {
        ExpressionBinder.bind(c, x.left(), scope);
        ExpressionBinder.bind(c, x.right(), scope);
      }
      case Condition.UpdateColumn x ->
          c.triggerTable.ifPresent(
              table -> DmlBinder.targetColumn(c, x.column(), x.column().value(), table));
      case Condition.Predicate x -> ExpressionBinder.bind(c, x.call(), scope);
      case Condition.CurrentOf x -> {
        if (x.cursor() instanceof io.hartonomous.syntax.ast.Expression.Variable v) {
          c.use(v);
        }
      }
    }
  }
}
