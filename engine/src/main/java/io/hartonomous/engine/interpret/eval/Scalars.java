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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The expressions of one bound statement as closures: types, operators and constants are settled
/// once, what remains is done at each run. Belongs to one session, as the statement's plan does.
public final class Scalars {
  final Binding binding;
  private final Set<Expression> inputs;
  private final Map<Expression, Scalar> values = new IdentityHashMap<>();
  private final Map<Condition, Decision> tests = new IdentityHashMap<>();

  public Scalars(Binding binding) {
    this(binding, Set.of());
  }

  /// `inputs`: parts whose values PostgreSQL computes, by identity; each run brings them along.
  public Scalars(Binding binding, Set<Expression> inputs) {
    this.binding = binding;
    this.inputs = inputs;
  }

  Scalar of(Expression expression) {
    Scalar known = values.get(expression);
    if (known == null) {
      known = make(expression);
      values.put(expression, known);
    }
    return known;
  }

  Decision of(Condition condition) {
    Decision known = tests.get(condition);
    if (known == null) {
      known = new Decisions(this).make(condition);
      tests.put(condition, known);
    }
    return known;
  }

  /// The value converted to a type, as the place in an expression demands.
  Scalar as(Expression expression, SqlType target) {
    Scalar value = of(expression);
    SqlType type = type(expression);
    return run -> {
      Object v = value.value(run);
      return v == null ? null : Conversions.convert(v, type, target, -1);
    };
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

  private Scalar make(Expression expression) {
    if (!inputs.isEmpty() && inputs.contains(expression)) {
      return run -> run.known(expression);
    }
    return switch (expression) {
      case Literal literal -> {
        Object value = literal(literal);
        yield _ -> value;
      }
      case Expression.Variable v -> {
        String name = v.name();
        yield run -> run.context().variable(name);
      }
      case Expression.GlobalVariable v -> {
        String name = v.name().toUpperCase(Locale.ROOT);
        SqlType type = type(v);
        yield run -> run.context().session(name, List.of(), type);
      }
      case Expression.Binary b -> binary(b);
      case Expression.Unary u -> unary(u);
      case Expression.Parenthesised p -> of(p.inner());
      case Expression.FunctionCall call -> run -> run.functions().call(call);
      case Expression.ParameterlessCall call -> {
        SqlType type = type(call);
        yield run -> run.functions().parameterless(call.name(), type);
      }
      case Expression.Cast c -> converted(c.value(), type(c), Optional.empty(), c.tryCast());
      case Expression.Convert c -> converted(c.value(), type(c), c.style(), c.tryConvert());
      case Expression.SimpleCase c -> simpleCase(c);
      case Expression.SearchedCase c -> {
        SqlType type = type(c);
        Decision[] conditions =
            c.whens().stream().map(w -> of(w.condition())).toArray(Decision[]::new);
        Scalar[] results = c.whens().stream().map(w -> as(w.result(), type)).toArray(Scalar[]::new);
        Scalar otherwise = c.otherwise().map(o -> as(o, type)).orElse(_ -> null);
        yield run -> {
          for (int i = 0; i < conditions.length; i++) {
            if (Boolean.TRUE.equals(conditions[i].test(run))) {
              return results[i].value(run);
            }
          }
          return otherwise.value(run);
        };
      }
      case Expression.Iif i -> {
        Decision condition = of(i.condition());
        Scalar yes = as(i.whenTrue(), type(i));
        Scalar no = as(i.whenFalse(), type(i));
        yield run -> Boolean.TRUE.equals(condition.test(run)) ? yes.value(run) : no.value(run);
      }
      case Expression.Coalesce c -> {
        SqlType type = type(c);
        Scalar[] arguments = c.arguments().stream().map(a -> as(a, type)).toArray(Scalar[]::new);
        yield run -> {
          for (Scalar argument : arguments) {
            Object value = argument.value(run);
            if (value != null) {
              return value;
            }
          }
          return null;
        };
      }
      case Expression.NullIf n -> {
        Scalar first = of(n.first());
        Scalar second = of(n.second());
        SqlType firstType = type(n.first());
        SqlType secondType = type(n.second());
        yield run -> {
          Object a = first.value(run);
          Object b = second.value(run);
          return a != null && b != null && run.compare(a, firstType, b, secondType) == 0 ? null : a;
        };
      }
      case Expression.LeftRight lr -> run -> run.functions().leftRight(lr);
      case Expression.Trim trim -> run -> run.functions().trim(trim);
      case Expression.Collate c -> run -> run.text(c.value());
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

  private Scalar converted(
      Expression expression, SqlType to, Optional<Expression> styled, boolean quiet) {
    Scalar value = of(expression);
    SqlType from = type(expression);
    Scalar style = styled.map(s -> as(s, SqlType.INT)).orElse(_ -> -1);
    boolean written = styled.isPresent();
    return run -> {
      Object v = value.value(run);
      Integer s = (Integer) style.value(run);
      if (v == null || written && s == null) {
        return null;
      }
      try {
        return Conversions.convert(v, from, to, s);
      } catch (SqlError e) {
        // TRY_ gives NULL for a value that does not convert, not for types that never do.
        if (quiet && e.number() != 529 && e.number() != SqlError.UNSUPPORTED) {
          return null;
        }
        throw e;
      }
    };
  }

  private Scalar simpleCase(Expression.SimpleCase c) {
    SqlType type = type(c);
    SqlType inputType = type(c.input());
    Scalar input = of(c.input());
    Scalar[] keys = c.whens().stream().map(w -> of(w.value())).toArray(Scalar[]::new);
    SqlType[] types = c.whens().stream().map(w -> type(w.value())).toArray(SqlType[]::new);
    Scalar[] results = c.whens().stream().map(w -> as(w.result(), type)).toArray(Scalar[]::new);
    Scalar otherwise = c.otherwise().map(o -> as(o, type)).orElse(_ -> null);
    return run -> {
      Object value = input.value(run);
      for (int i = 0; value != null && i < keys.length; i++) {
        Object key = keys[i].value(run);
        if (key != null && run.compare(value, inputType, key, types[i]) == 0) {
          return results[i].value(run);
        }
      }
      return otherwise.value(run);
    };
  }

  private Scalar binary(Expression.Binary b) {
    Expression first = b.operands().getFirst();
    Scalar value = of(first);
    SqlType type = type(first);
    for (int i = 0; i < b.operators().size(); i++) {
      Expression operand = b.operands().get(i + 1);
      BinaryOperator operator = b.operators().get(i);
      SqlType rightType = type(operand);
      SqlType left = i == 0 && isDecimal(rightType) ? literalType(first, type) : type;
      SqlType right = isDecimal(type) ? literalType(operand, rightType) : rightType;
      SqlType result = Types.arithmetic(operator, left, right);
      Scalar a = value;
      Scalar c = of(operand);
      value = run -> Arithmetic.apply(operator, a.value(run), left, c.value(run), right, result);
      type = result;
    }
    return value;
  }

  private static boolean isDecimal(SqlType type) {
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

  private Scalar unary(Expression.Unary u) {
    Scalar operand = of(u.operand());
    SqlType type = type(u.operand());
    return switch (u.operator()) {
      case PLUS -> operand;
      case MINUS -> run -> Arithmetic.negate(operand.value(run), type);
      case BIT_NOT ->
          run ->
              switch (operand.value(run)) {
                case null -> null;
                case Boolean bit -> !bit;
                case Integer i -> type.base() == Base.TINYINT ? (Object) (255 - i) : (Object) ~i;
                case Long l -> ~l;
                default -> throw SqlError.of(403, type.sql(), "~");
              };
    };
  }
}
