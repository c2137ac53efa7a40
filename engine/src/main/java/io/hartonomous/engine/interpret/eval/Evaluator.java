package io.hartonomous.engine.interpret.eval;

import io.hartonomous.bind.Binding;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Computes expressions and conditions that rest on constants, variables and the session alone.
public final class Evaluator {
  private final Scalars scalars;
  private final EvaluationContext context;
  private final Map<Expression, Object> known;
  private Functions functions;

  public Evaluator(Binding binding, EvaluationContext context) {
    this(new Scalars(binding), context, Map.of());
  }

  public Evaluator(Scalars scalars, EvaluationContext context) {
    this(scalars, context, Map.of());
  }

  /// `known`: the values of the inputs of `scalars`, by identity.
  public Evaluator(Scalars scalars, EvaluationContext context, Map<Expression, Object> known) {
    this.scalars = scalars;
    this.context = context;
    this.known = known;
  }

  /// Whether the evaluator can compute all of it; if not,
  /// [io.hartonomous.engine.translate.Translator] asks PostgreSQL.
  public static boolean handles(Node node, Binding binding) {
    boolean[] yes = {true};
    io.hartonomous.syntax.Nodes.walk(
        node,
        n -> {
          yes[0] &=
              switch (n) {
                case QueryExpression _,
                    Expression.ScalarSubquery _,
                    Expression.NextValueFor _,
                    Expression.OdbcLiteral _,
                    Expression.OdbcFunction _,
                    Expression.AtTimeZone _,
                    Expression.MethodCall _,
                    Expression.StaticCall _,
                    Expression.JsonObject _,
                    Expression.JsonArray _,
                    Expression.JsonValue _,
                    Expression.JsonQuery _,
                    Expression.Embeddings _,
                    Condition.Match _,
                    Condition.TsEqual _,
                    Expression.SqlcmdVariable _,
                    Expression.Parse _ ->
                    false;
                case Expression.ColumnReference _ -> false;
                case Expression.FunctionCall call ->
                    binding.routine(call).isEmpty() && Functions.handles(call);
                case Condition.Exists _,
                    Condition.InQuery _,
                    Condition.Quantified _,
                    Condition.FullText _,
                    Condition.Predicate _,
                    Condition.CurrentOf _ ->
                    false;
                default -> true;
              };
        });
    return yes[0];
  }

  /// The value, of the expression's own type.
  public Object value(Expression expression) {
    try {
      return compute(expression);
    } catch (BeyondJava e) {
      return context.inPostgres(expression);
    }
  }

  /// The value as an assignment to `target` converts it.
  public Object value(Expression expression, SqlType target) {
    Object value = value(expression);
    return value == null ? null : Conversions.assign(value, type(expression), target);
  }

  /// True, false, or null for unknown.
  public Boolean test(Condition condition) {
    try {
      return decide(condition);
    } catch (BeyondJava e) {
      return context.inPostgres(condition);
    }
  }

  SqlType type(Expression expression) {
    return scalars.type(expression);
  }

  EvaluationContext context() {
    return context;
  }

  Functions functions() {
    if (functions == null) {
      functions = new Functions(this, context);
    }
    return functions;
  }

  Object known(Expression input) {
    return known.get(input);
  }

  int compare(Object left, SqlType leftType, Object right, SqlType rightType) {
    return Comparison.compare(left, leftType, right, rightType, context.collation());
  }

  Object compute(Expression expression) {
    return scalars.of(expression).value(this);
  }

  private Boolean decide(Condition condition) {
    return scalars.of(condition).test(this);
  }

  /// The value converted to a type, as the place in an expression demands.
  Object as(Expression expression, SqlType target) {
    Object value = compute(expression);
    return value == null ? null : Conversions.convert(value, type(expression), target, -1);
  }

  String text(Expression expression) {
    Object value = compute(expression);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    return (String) Conversions.convert(value, type(expression), SqlType.nvarchar(SqlType.MAX), -1);
  }

  List<Object> values(List<Expression> expressions) {
    List<Object> result = new ArrayList<>();
    expressions.forEach(e -> result.add(compute(e)));
    return result;
  }
}
