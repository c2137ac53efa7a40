package io.hartonomous.engine.interpret.eval;

import io.hartonomous.bind.Binding;
import io.hartonomous.bind.Types;
import io.hartonomous.engine.translate.LiteralValues;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.BinaryOperator;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryExpression;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Computes expressions and conditions that rest on constants, variables and the session alone.
public final class Evaluator {
  private final Binding binding;
  private final EvaluationContext context;
  private final Map<Expression, Object> known;
  private final Functions functions;

  public Evaluator(Binding binding, EvaluationContext context) {
    this(binding, context, Map.of());
  }

  /// `known`: parts whose values PostgreSQL has computed, by identity.
  public Evaluator(Binding binding, EvaluationContext context, Map<Expression, Object> known) {
    this.binding = binding;
    this.context = context;
    this.known = known.isEmpty() ? Map.of() : new IdentityHashMap<>(known);
    this.functions = new Functions(this, context);
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
                    Expression.AtTimeZone _,
                    Expression.MethodCall _,
                    Expression.StaticCall _,
                    Expression.JsonObject _,
                    Expression.JsonArray _,
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
    return switch (expression) {
      case Expression.Parenthesised p -> type(p.inner());
      default -> {
        SqlType type = binding.type(expression);
        if (type.base() == Base.UNKNOWN) {
          throw SqlError.unsupported("an expression whose type is not known");
        }
        yield type;
      }
    };
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

  Object compute(Expression expression) {
    if (known.containsKey(expression)) {
      return known.get(expression);
    }
    return switch (expression) {
      case Literal literal -> literal(literal);
      case Expression.Variable v -> context.variable(v.name());
      case Expression.GlobalVariable v ->
          context.session(v.name().toUpperCase(Locale.ROOT), List.of(), type(v));
      case Expression.Binary b -> binary(b);
      case Expression.Unary u -> unary(u);
      case Expression.Parenthesised p -> compute(p.inner());
      case Expression.FunctionCall call -> functions.call(call);
      case Expression.ParameterlessCall call -> functions.parameterless(call.name(), type(call));
      case Expression.Cast c -> converted(c.value(), type(c), -1, c.tryCast());
      case Expression.Convert c ->
          converted(
              c.value(),
              type(c),
              c.style().map(s -> (Integer) as(s, SqlType.INT)).orElse(-1),
              c.tryConvert());
      case Expression.SimpleCase c -> simpleCase(c);
      case Expression.SearchedCase c -> {
        for (Expression.SearchedWhen when : c.whens()) {
          if (Boolean.TRUE.equals(decide(when.condition()))) {
            yield as(when.result(), type(c));
          }
        }
        yield c.otherwise().isPresent() ? as(c.otherwise().get(), type(c)) : null;
      }
      case Expression.Iif i ->
          as(Boolean.TRUE.equals(decide(i.condition())) ? i.whenTrue() : i.whenFalse(), type(i));
      case Expression.Coalesce c -> {
        for (Expression argument : c.arguments()) {
          Object value = as(argument, type(c));
          if (value != null) {
            yield value;
          }
        }
        yield null;
      }
      case Expression.NullIf n -> {
        Object first = compute(n.first());
        Object second = compute(n.second());
        boolean same =
            first != null
                && second != null
                && Comparison.compare(
                        first, type(n.first()), second, type(n.second()), context.collation())
                    == 0;
        yield same ? null : first;
      }
      case Expression.LeftRight lr -> functions.leftRight(lr);
      case Expression.Trim trim -> functions.trim(trim);
      case Expression.Collate c -> text(c.value());
      default ->
          throw SqlError.unsupported(
              "the expression " + expression.getClass().getSimpleName() + " in this place");
    };
  }

  private static Object literal(Literal literal) {
    if (literal.kind() == LiteralKind.DEFAULT || literal.kind() == LiteralKind.MAX) {
      throw SqlError.of(102, literal.text());
    }
    return LiteralValues.of(literal);
  }

  private Object converted(Expression value, SqlType to, int style, boolean quiet) {
    Object from = compute(value);
    if (from == null) {
      return null;
    }
    try {
      return Conversions.convert(from, type(value), to, style);
    } catch (SqlError e) {
      // TRY_ gives NULL for a value that does not convert, not for types that never do.
      if (quiet && e.number() != 529 && e.number() != SqlError.UNSUPPORTED) {
        return null;
      }
      throw e;
    }
  }

  private Object simpleCase(Expression.SimpleCase c) {
    Object input = compute(c.input());
    for (Expression.SimpleWhen when : c.whens()) {
      Object value = compute(when.value());
      if (input != null
          && value != null
          && Comparison.compare(
                  input, type(c.input()), value, type(when.value()), context.collation())
              == 0) {
        return as(when.result(), type(c));
      }
    }
    return c.otherwise().isPresent() ? as(c.otherwise().get(), type(c)) : null;
  }

  private Object binary(Expression.Binary b) {
    Expression first = b.operands().getFirst();
    Object value = compute(first);
    SqlType type = type(first);
    for (int i = 0; i < b.operators().size(); i++) {
      Expression operand = b.operands().get(i + 1);
      BinaryOperator operator = b.operators().get(i);
      SqlType rightType = type(operand);
      SqlType left = i == 0 && decimal(rightType) ? literalType(first, type) : type;
      SqlType right = decimal(type) ? literalType(operand, rightType) : rightType;
      SqlType result = Types.arithmetic(operator, left, right);
      value = Arithmetic.apply(operator, value, left, compute(operand), right, result);
      type = result;
    }
    return value;
  }

  private static boolean decimal(SqlType type) {
    return type.base() == Base.DECIMAL || type.base() == Base.NUMERIC;
  }

  private static SqlType literalType(Expression expression, SqlType type) {
    return switch (expression) {
      case Literal literal when literal.kind() == LiteralKind.INTEGER && type.base() == Base.INT ->
          new SqlType(
              Base.NUMERIC,
              0,
              String.valueOf(LiteralValues.of(literal)).length(),
              0,
              Optional.empty(),
              Optional.empty());
      case Expression.Parenthesised p -> literalType(p.inner(), type);
      case Expression.Unary u -> literalType(u.operand(), type);
      default -> type;
    };
  }

  private Object unary(Expression.Unary u) {
    Object value = compute(u.operand());
    SqlType type = type(u.operand());
    return switch (u.operator()) {
      case PLUS -> value;
      case MINUS -> Arithmetic.negate(value, type);
      case BIT_NOT ->
          switch (value) {
            case null -> null;
            case Boolean bit -> !bit;
            case Integer i -> type.base() == Base.TINYINT ? (Object) (255 - i) : (Object) ~i;
            case Long l -> ~l;
            default -> throw SqlError.of(403, type.sql(), "~");
          };
    };
  }

  private Boolean decide(Condition condition) {
    return switch (condition) {
      case Condition.And and -> {
        boolean unknown = false;
        for (Condition operand : and.operands()) {
          Boolean value = decide(operand);
          if (Boolean.FALSE.equals(value)) {
            yield false;
          }
          unknown |= value == null;
        }
        yield unknown ? null : Boolean.TRUE;
      }
      case Condition.Or or -> {
        boolean unknown = false;
        for (Condition operand : or.operands()) {
          Boolean value = decide(operand);
          if (Boolean.TRUE.equals(value)) {
            yield true;
          }
          unknown |= value == null;
        }
        yield unknown ? null : Boolean.FALSE;
      }
      case Condition.Not not -> not(decide(not.operand()));
      case Condition.Parenthesised p -> decide(p.inner());
      case Condition.Comparison c -> compare(c.left(), c.operator(), c.right());
      case Condition.DistinctFrom d -> {
        Object l = compute(d.left());
        Object r = compute(d.right());
        boolean distinct =
            l == null || r == null
                ? l != r
                : Comparison.compare(l, type(d.left()), r, type(d.right()), context.collation())
                    != 0;
        yield d.negated() != distinct;
      }
      case Condition.Between b -> {
        Boolean low = compare(b.value(), Condition.ComparisonOperator.GREATER_OR_EQUAL, b.low());
        Boolean high = compare(b.value(), Condition.ComparisonOperator.LESS_OR_EQUAL, b.high());
        Boolean both =
            Boolean.FALSE.equals(low) || Boolean.FALSE.equals(high)
                ? Boolean.FALSE
                : low == null || high == null ? null : Boolean.TRUE;
        yield b.negated() ? not(both) : both;
      }
      case Condition.InList in -> {
        Boolean found = false;
        for (Expression value : in.values()) {
          Boolean same = compare(in.value(), Condition.ComparisonOperator.EQUAL, value);
          if (Boolean.TRUE.equals(same)) {
            found = true;
            break;
          }
          found = same == null ? null : found;
        }
        yield in.negated() ? not(found) : found;
      }
      case Condition.Like like -> {
        Boolean matched = functions.like(like);
        yield like.negated() ? not(matched) : matched;
      }
      case Condition.IsNull n -> (compute(n.value()) == null) != n.negated();
      case Condition.UpdateColumn u ->
          (Boolean) context.session("UPDATE", List.of(u.column().value()), SqlType.BIT);
      default ->
          throw SqlError.unsupported(
              "the condition " + condition.getClass().getSimpleName() + " in this place");
    };
  }

  private static Boolean not(Boolean value) {
    return value == null ? null : (Boolean) !value;
  }

  private Boolean compare(
      Expression left, Condition.ComparisonOperator operator, Expression right) {
    Object l = compute(left);
    Object r = compute(right);
    if (l == null || r == null) {
      return null;
    }
    int order = Comparison.compare(l, type(left), r, type(right), context.collation());
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL, NOT_EQUAL_EXCLAMATION -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL, NOT_GREATER -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL, NOT_LESS -> order >= 0;
    };
  }

  List<Object> values(List<Expression> expressions) {
    List<Object> result = new ArrayList<>();
    expressions.forEach(e -> result.add(compute(e)));
    return result;
  }
}
