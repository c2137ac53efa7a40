package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import java.util.List;

/// Makes conditions ready; logic is three-valued.
final class Decisions {
  private final Scalars scalars;

  Decisions(Scalars scalars) {
    this.scalars = scalars;
  }

  Decision make(Condition condition) {
    return switch (condition) {
      case Condition.And and -> all(decisions(and.operands()), Boolean.FALSE);
      case Condition.Or or -> all(decisions(or.operands()), Boolean.TRUE);
      case Condition.Not not -> {
        Decision operand = scalars.of(not.operand());
        yield run -> Decision.not(operand.test(run));
      }
      case Condition.Parenthesised p -> scalars.of(p.inner());
      case Condition.Comparison c -> compare(c.left(), c.operator(), c.right());
      case Condition.DistinctFrom d -> {
        Scalar left = scalars.of(d.left());
        Scalar right = scalars.of(d.right());
        SqlType leftType = scalars.type(d.left());
        SqlType rightType = scalars.type(d.right());
        yield run -> {
          Object l = left.value(run);
          Object r = right.value(run);
          boolean distinct =
              l == null || r == null ? l != r : run.compare(l, leftType, r, rightType) != 0;
          return d.negated() != distinct;
        };
      }
      case Condition.Between b -> {
        Decision low = compare(b.value(), Condition.ComparisonOperator.GREATER_OR_EQUAL, b.low());
        Decision high = compare(b.value(), Condition.ComparisonOperator.LESS_OR_EQUAL, b.high());
        Decision both = all(new Decision[] {low, high}, Boolean.FALSE);
        yield b.negated() ? run -> Decision.not(both.test(run)) : both;
      }
      case Condition.InList in -> {
        Decision[] same =
            in.values().stream()
                .map(v -> compare(in.value(), Condition.ComparisonOperator.EQUAL, v))
                .toArray(Decision[]::new);
        Decision any = all(same, Boolean.TRUE);
        yield in.negated() ? run -> Decision.not(any.test(run)) : any;
      }
      case Condition.Like like ->
          like.negated()
              ? run -> Decision.not(run.functions().like(like))
              : run -> run.functions().like(like);
      case Condition.IsNull n -> {
        Scalar value = scalars.of(n.value());
        yield run -> (value.value(run) == null) != n.negated();
      }
      case Condition.UpdateColumn u -> {
        List<Object> column = List.of(u.column().value());
        yield run -> (Boolean) run.context().session("UPDATE", column, SqlType.BIT);
      }
      default ->
          throw SqlError.unsupported(
              "the condition " + condition.getClass().getSimpleName() + " in this place");
    };
  }

  private Decision[] decisions(List<Condition> operands) {
    return operands.stream().map(scalars::of).toArray(Decision[]::new);
  }

  /// AND and OR: `decisive` (false, true) decides alone; else unknown where one is unknown.
  private static Decision all(Decision[] operands, Boolean decisive) {
    Boolean otherwise = !decisive;
    return run -> {
      boolean unknown = false;
      for (Decision operand : operands) {
        Boolean value = operand.test(run);
        if (decisive.equals(value)) {
          return decisive;
        }
        unknown |= value == null;
      }
      return unknown ? null : otherwise;
    };
  }

  private Decision compare(
      Expression left, Condition.ComparisonOperator operator, Expression right) {
    Scalar leftValue = scalars.of(left);
    Scalar rightValue = scalars.of(right);
    SqlType leftType = scalars.type(left);
    SqlType rightType = scalars.type(right);
    return run -> {
      Object l = leftValue.value(run);
      Object r = rightValue.value(run);
      if (l == null || r == null) {
        return null;
      }
      int order = run.compare(l, leftType, r, rightType);
      return switch (operator) {
        case EQUAL -> order == 0;
        case NOT_EQUAL, NOT_EQUAL_EXCLAMATION -> order != 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL, NOT_GREATER -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL, NOT_LESS -> order >= 0;
      };
    };
  }
}
