package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The WHERE of a filtered index or filtered statistics: comparisons of a column with constants,
/// joined by AND. Source: Microsoft Learn, "CREATE INDEX (Transact-SQL)", filter_predicate.
final class FilterGrammar {
  private FilterGrammar() {}

  /// `WHERE predicate`, or nothing.
  static Optional<Condition> where(Parser p) {
    return p.optional(p.accept(TokenKind.WHERE), FilterGrammar::predicate);
  }

  private static Condition predicate(Parser p) {
    int from = p.pos;
    Condition first = operand(p);
    if (!p.at(TokenKind.AND)) {
      return first;
    }
    List<Condition> operands = new ArrayList<>();
    operands.add(first);
    while (p.accept(TokenKind.AND)) {
      operands.add(operand(p));
    }
    return new Condition.And(operands, from, p.pos);
  }

  private static Condition operand(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.LEFT_PARENTHESIS)) {
      p.enter();
      p.pos++;
      Condition inner = predicate(p);
      p.expect(TokenKind.RIGHT_PARENTHESIS);
      p.leave();
      return new Condition.Parenthesised(inner, from, p.pos);
    }
    Expression column = column(p);
    switch (p.kind()) {
      case IS -> {
        p.pos++;
        boolean negated = p.accept(TokenKind.NOT);
        if (p.accept(TokenKind.DISTINCT)) {
          p.expect(TokenKind.FROM);
          return new Condition.DistinctFrom(column, negated, constant(p), from, p.pos);
        }
        p.expect(TokenKind.NULL);
        return new Condition.IsNull(column, negated, from, p.pos);
      }
      case IN -> {
        p.pos++;
        List<Expression> values = p.parenthesisedList(FilterGrammar::constant);
        return new Condition.InList(column, false, values, from, p.pos);
      }
      default -> {
        Condition.ComparisonOperator operator = ConditionGrammar.operator(p);
        return new Condition.Comparison(column, operator, constant(p), from, p.pos);
      }
    }
  }

  private static Expression column(Parser p) {
    int from = p.pos;
    if (p.at(TokenKind.PSEUDO_COLUMN)) {
      return ExpressionGrammar.column(p);
    }
    Identifier first = NameGrammar.identifier(p);
    MultiPartName name = NameGrammar.rest(p, first, from, 4);
    return new Expression.ColumnReference(name, false, from, p.pos);
  }

  private static Expression constant(Parser p) {
    Expression value = ExpressionGrammar.expression(p);
    checkConstant(p, value, true);
    return value;
  }

  /// Errors: SQL46059 at the first part that is no constant.
  private static void checkConstant(Parser p, Expression value, boolean conversions) {
    Expression inner = value;
    while (true) {
      switch (inner) {
        case Expression.Literal _ -> {
          return;
        }
        case Expression.Unary u -> inner = u.operand();
        case Expression.Parenthesised s -> inner = s.inner();
        case Expression.Collate _ -> {
          return;
        }
        case Expression.Cast c when conversions && !c.tryCast() -> {
          checkConstant(p, c.value(), false);
          return;
        }
        case Expression.Convert c when conversions && !c.tryConvert() -> {
          checkConstant(p, c.value(), false);
          return;
        }
        default ->
            throw p.report(
                Code.FILTER_NOT_CONSTANT,
                inner.from(),
                "'" + p.tokens.text(inner.from(), inner.to()) + "'");
      }
    }
  }
}
