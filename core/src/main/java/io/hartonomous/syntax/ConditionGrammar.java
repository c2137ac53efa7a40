package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Condition.ComparisonOperator;
import io.hartonomous.syntax.ast.Condition.Quantifier;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Search conditions. Source: Microsoft Learn, "Search condition (Transact-SQL)".
final class ConditionGrammar {
  private ConditionGrammar() {}

  /// A search condition without MATCH.
  static Condition condition(Parser p) {
    boolean allowed = p.matchAllowed;
    p.matchAllowed = false;
    Condition condition = disjunction(p);
    p.matchAllowed = allowed;
    return condition;
  }

  /// A condition of WHERE or of MERGE's ON, where patterns of graphs may stand.
  static Condition conditionOrMatch(Parser p) {
    boolean allowed = p.matchAllowed;
    p.matchAllowed = true;
    Condition condition = disjunction(p);
    p.matchAllowed = allowed;
    return condition;
  }

  private static Condition disjunction(Parser p) {
    int from = p.pos;
    Condition first = conjunction(p);
    if (!p.at(TokenKind.OR)) {
      return first;
    }
    List<Condition> operands = new ArrayList<>();
    operands.add(first);
    while (p.accept(TokenKind.OR)) {
      operands.add(conjunction(p));
    }
    return new Condition.Or(operands, from, p.pos);
  }

  private static Condition conjunction(Parser p) {
    int from = p.pos;
    Condition first = negation(p);
    if (!p.at(TokenKind.AND)) {
      return first;
    }
    List<Condition> operands = new ArrayList<>();
    operands.add(first);
    while (p.accept(TokenKind.AND)) {
      operands.add(negation(p));
    }
    return new Condition.And(operands, from, p.pos);
  }

  private static Condition negation(Parser p) {
    if (!p.at(TokenKind.NOT)) {
      return predicate(p);
    }
    int from = p.pos;
    while (p.accept(TokenKind.NOT)) {
      p.link();
    }
    int nots = p.pos - from;
    Condition operand = predicate(p);
    p.unlink(nots);
    for (int not = from + nots - 1; not >= from; not--) {
      operand = new Condition.Not(operand, not, p.pos);
    }
    return operand;
  }

  private static Condition predicate(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case LEFT_PARENTHESIS:
        p.mustPrecede(Follow.CONDITION_OR_QUERY, "a condition or a value");
        if (isCondition(p)) {
          p.enter();
          p.conditionOpen = p.pos++;
          Condition inner = disjunction(p);
          p.expect(RIGHT_PARENTHESIS);
          p.leave();
          return new Condition.Parenthesised(inner, from, p.pos);
        }
        break;
      case EXISTS:
        p.pos++;
        QueryExpression query = QueryGrammar.subquery(p);
        return new Condition.Exists(query, from, p.pos);
      case UPDATE:
        p.pos++;
        p.expect(LEFT_PARENTHESIS);
        Identifier column = NameGrammar.identifier(p);
        p.expect(RIGHT_PARENTHESIS);
        return new Condition.UpdateColumn(column, from, p.pos);
      case CONTAINS, FREETEXT:
        return fullText(p);
      case TSEQUAL:
        p.pos++;
        p.expect(LEFT_PARENTHESIS);
        Expression left = ExpressionGrammar.expression(p);
        p.expect(TokenKind.COMMA);
        Expression right = ExpressionGrammar.expression(p);
        p.expect(RIGHT_PARENTHESIS);
        return new Condition.TsEqual(left, right, from, p.pos);
      case IDENTIFIER:
        if (p.kind(1) == LEFT_PARENTHESIS && p.atWord("REGEXP_LIKE")) {
          Expression call = FunctionGrammar.call(p);
          return new Condition.Predicate((Expression.FunctionCall) call, from, p.pos);
        }
        if (p.kind(1) == LEFT_PARENTHESIS && p.atWord("MATCH")) {
          Condition match = GraphGrammar.match(p);
          if (!p.matchAllowed) {
            throw p.failAt(from, "a condition without MATCH");
          }
          return match;
        }
        break;
      default:
        break;
    }
    return comparison(p);
  }

  /// Whether the parenthesis at the cursor holds a condition: a value in parentheses is followed by
  /// an operator.
  private static boolean isCondition(Parser p) {
    int close = p.match(p.pos);
    if (close + 1 >= p.tokens.size()) {
      return !p.isQuery(p.pos);
    }
    return switch (p.tokens.kind(close + 1)) {
      case EQUALS,
          LESS,
          GREATER,
          BANG,
          PLUS_SIGN,
          MINUS_SIGN,
          STAR,
          SLASH,
          PERCENT_SIGN,
          AMPERSAND,
          BAR,
          CARET,
          DOUBLE_BAR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          IS,
          IN,
          LIKE,
          BETWEEN,
          COLLATE,
          DOT,
          STAR_ASSIGN ->
          false;
      case NOT -> {
        TokenKind after = p.tokens.kind(close + 2);
        yield after != TokenKind.IN && after != TokenKind.LIKE && after != TokenKind.BETWEEN;
      }
      case IDENTIFIER -> !p.tokens.isWord(close + 1, "AT");
      default -> true;
    };
  }

  private static Condition comparison(Parser p) {
    int from = p.pos;
    boolean opened = from > 0 && p.conditionOpen == from - 1;
    if (opened
        ? joins(p.kind(1)) && isOneValue(p)
        : !Follow.continuesPredicate(p.kind(), p.kind(1))) {
      throw p.failBefore("a comparison");
    }
    Expression left = ExpressionGrammar.expression(p);
    switch (p.kind()) {
      case IS:
        return is(p, left, from);
      case NOT, IN, LIKE, BETWEEN:
        return negatable(p, left, from);
      case EQUALS, LESS, GREATER, BANG:
        break;
      default:
        if (p.at(RIGHT_PARENTHESIS)
            && p.conditionOpen
                == from - 1) { // a value in parentheses: the operator is missing behind them
          throw p.failAt(p.pos + 1, "a comparison");
        }
        throw p.fail("a comparison");
    }
    ComparisonOperator operator = operator(p);
    if (p.at(TokenKind.ANY) || p.at(TokenKind.SOME) || p.at(TokenKind.ALL)) {
      Quantifier quantifier = Quantifier.valueOf(p.kind().name());
      p.pos++;
      QueryExpression query = QueryGrammar.subquery(p);
      return new Condition.Quantified(left, operator, quantifier, query, from, p.pos);
    }
    return new Condition.Comparison(left, operator, ExpressionGrammar.expression(p), from, p.pos);
  }

  private static boolean joins(TokenKind kind) {
    return kind == TokenKind.AND || kind == TokenKind.OR || kind == TokenKind.UPDATE;
  }

  /// Whether the current token can be a value by itself.
  private static boolean isOneValue(Parser p) {
    return NameGrammar.atIdentifier(p) || !Follow.continuesPredicate(p.kind(), TokenKind.EOF);
  }

  /// Comparison operators may have blanks inside: `> =`.
  static ComparisonOperator operator(Parser p) {
    TokenKind first = p.kind();
    p.pos++;
    switch (first) {
      case EQUALS:
        return ComparisonOperator.EQUAL;
      case LESS:
        if (p.accept(TokenKind.EQUALS)) {
          return ComparisonOperator.LESS_OR_EQUAL;
        }
        return p.accept(TokenKind.GREATER) ? ComparisonOperator.NOT_EQUAL : ComparisonOperator.LESS;
      case GREATER:
        return p.accept(TokenKind.EQUALS)
            ? ComparisonOperator.GREATER_OR_EQUAL
            : ComparisonOperator.GREATER;
      case BANG:
        if (p.accept(TokenKind.EQUALS)) {
          return ComparisonOperator.NOT_EQUAL_EXCLAMATION;
        }
        if (p.accept(TokenKind.LESS)) {
          return ComparisonOperator.NOT_LESS;
        }
        p.expect(TokenKind.GREATER);
        return ComparisonOperator.NOT_GREATER;
      default:
        throw p.failAt(p.pos - 1, "a comparison");
    }
  }

  private static Condition is(Parser p, Expression left, int from) {
    p.pos++;
    boolean negated = p.accept(TokenKind.NOT);
    if (p.accept(TokenKind.NULL)) {
      return new Condition.IsNull(left, negated, from, p.pos);
    }
    if (!p.accept(TokenKind.DISTINCT)) {
      throw p.fail("NULL");
    }
    p.expect(TokenKind.FROM);
    return new Condition.DistinctFrom(left, negated, ExpressionGrammar.expression(p), from, p.pos);
  }

  private static Condition negatable(Parser p, Expression left, int from) {
    boolean negated = p.accept(TokenKind.NOT);
    if (p.accept(TokenKind.BETWEEN)) {
      Expression low = ExpressionGrammar.expression(p);
      p.expect(TokenKind.AND);
      return new Condition.Between(
          left, negated, low, ExpressionGrammar.expression(p), from, p.pos);
    }
    if (p.accept(TokenKind.LIKE)) {
      return like(p, left, negated, from);
    }
    p.expect(TokenKind.IN);
    if (p.at(LEFT_PARENTHESIS) && p.isQuery(p.pos)) {
      QueryExpression query = QueryGrammar.subquery(p);
      return new Condition.InQuery(left, negated, query, from, p.pos);
    }
    if (p.at(LEFT_PARENTHESIS, RIGHT_PARENTHESIS)) {
      throw p.fail("a list of values");
    }
    List<Expression> values = p.parenthesisedList(ExpressionGrammar::expression);
    return new Condition.InList(left, negated, values, from, p.pos);
  }

  private static Condition like(Parser p, Expression left, boolean negated, int from) {
    Expression pattern = ExpressionGrammar.expression(p);
    boolean braces = p.accept(TokenKind.LEFT_BRACE);
    if (braces && !p.at(TokenKind.ESCAPE)) {
      throw p.fail("ESCAPE");
    }
    Optional<Expression> escape =
        p.optional(p.accept(TokenKind.ESCAPE), ExpressionGrammar::expression);
    if (braces) {
      p.expect(TokenKind.RIGHT_BRACE);
    }
    return new Condition.Like(left, negated, pattern, escape, braces, from, p.pos);
  }

  /// `CONTAINS(column | (columns) | *, text [, LANGUAGE n])`.
  private static Condition fullText(Parser p) {
    int from = p.pos;
    boolean contains = p.at(TokenKind.CONTAINS);
    p.pos++;
    p.expect(LEFT_PARENTHESIS);
    List<Expression.ColumnReference> columns = List.of();
    Optional<Expression.Literal> property = Optional.empty();
    if (p.at(TokenKind.IDENTIFIER, LEFT_PARENTHESIS)) {
      p.expectWord("PROPERTY");
      p.expect(LEFT_PARENTHESIS);
      if (p.kind(1) == TokenKind.DOT) {
        throw p.failAt(p.pos + 2, "a column by its name alone");
      }
      columns = List.of(ExpressionGrammar.column(p));
      p.expect(TokenKind.COMMA);
      property = Optional.of(ExpressionGrammar.string(p));
      p.expect(RIGHT_PARENTHESIS);
    } else if (p.at(LEFT_PARENTHESIS)) {
      p.pos++;
      if (!p.accept(TokenKind.STAR)) {
        columns = p.commaList(ExpressionGrammar::column);
      }
      p.expect(RIGHT_PARENTHESIS);
    } else if (!p.accept(TokenKind.STAR)) {
      columns = List.of(ExpressionGrammar.column(p));
    }
    p.expect(TokenKind.COMMA);
    Expression text = ExpressionGrammar.stringOrVariable(p);
    Optional<Expression> language = Optional.empty();
    if (p.accept(TokenKind.COMMA)) {
      p.expectWord("LANGUAGE");
      language = Optional.of(SearchGrammar.language(p));
    }
    p.expect(RIGHT_PARENTHESIS);
    return new Condition.FullText(contains, columns, property, text, language, from, p.pos);
  }
}
