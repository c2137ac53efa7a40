package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.DOT;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.STAR;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.BinaryOperator;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Expression.UnaryOperator;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Identifier.Quote;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Scalar expressions, without the functions ([FunctionGrammar]). Source: Microsoft Learn,
/// "Expressions (Transact-SQL)", "Operator Precedence"; the levels are the reference compiler's: `*
/// / % << >>` bind tighter than `+ - & | ^ ||`.
final class ExpressionGrammar {
  private ExpressionGrammar() {}

  static Expression expression(Parser p) {
    int from = p.pos;
    Expression first = multiplicative(p);
    BinaryOperator operator = additiveOperator(p.kind());
    if (operator == null) {
      return first;
    }
    List<Expression> operands = new ArrayList<>();
    List<BinaryOperator> operators = new ArrayList<>();
    operands.add(first);
    while (operator != null) {
      p.pos++;
      operators.add(operator);
      operands.add(multiplicative(p));
      operator = additiveOperator(p.kind());
    }
    return new Expression.Binary(operands, operators, from, p.pos);
  }

  private static Expression multiplicative(Parser p) {
    int from = p.pos;
    Expression first = unary(p);
    BinaryOperator operator = multiplicativeOperator(p.kind());
    if (operator == null) {
      return first;
    }
    List<Expression> operands = new ArrayList<>();
    List<BinaryOperator> operators = new ArrayList<>();
    operands.add(first);
    while (operator != null) {
      p.pos++;
      operators.add(operator);
      operands.add(unary(p));
      operator = multiplicativeOperator(p.kind());
    }
    return new Expression.Binary(operands, operators, from, p.pos);
  }

  private static BinaryOperator additiveOperator(TokenKind kind) {
    return switch (kind) {
      case PLUS_SIGN -> BinaryOperator.ADD;
      case MINUS_SIGN -> BinaryOperator.SUBTRACT;
      case AMPERSAND -> BinaryOperator.BIT_AND;
      case BAR -> BinaryOperator.BIT_OR;
      case CARET -> BinaryOperator.BIT_XOR;
      case DOUBLE_BAR -> BinaryOperator.CONCAT;
      default -> null;
    };
  }

  private static BinaryOperator multiplicativeOperator(TokenKind kind) {
    return switch (kind) {
      case STAR -> BinaryOperator.MULTIPLY;
      case SLASH -> BinaryOperator.DIVIDE;
      case PERCENT_SIGN -> BinaryOperator.MODULO;
      case SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
      case SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
      default -> null;
    };
  }

  /// Signs before a value: they bind tighter than any operator between values.
  static Expression unary(Parser p) {
    if (unaryOperator(p.kind()) == null) {
      return postfix(p);
    }
    int from = p.pos;
    while (unaryOperator(p.kind()) != null) {
      p.link();
      p.pos++;
    }
    int signs = p.pos - from;
    Expression value = postfix(p);
    p.unlink(signs);
    for (int sign = from + signs - 1; sign >= from; sign--) {
      value = new Expression.Unary(unaryOperator(p.tokens.kind(sign)), value, sign, p.pos);
    }
    return value;
  }

  private static UnaryOperator unaryOperator(TokenKind kind) {
    return switch (kind) {
      case PLUS_SIGN -> UnaryOperator.PLUS;
      case MINUS_SIGN -> UnaryOperator.MINUS;
      case TILDE -> UnaryOperator.BIT_NOT;
      default -> null;
    };
  }

  /// `value COLLATE name`, `value AT TIME ZONE zone`, `value.method(...)`.
  private static Expression postfix(Parser p) {
    int from = p.pos;
    Expression value = primary(p);
    int levels = 0;
    if (p.pos == from + 1 && Follow.neverAfterValue(p.tokens.kind(from)).contains(p.kind())) {
      p.pos = from;
      throw p.failBefore("an operator or the end of the value");
    }
    while (true) {
      if (p.at(TokenKind.COLLATE)) {
        p.pos++;
        value = new Expression.Collate(value, NameGrammar.anyLength(p), from, p.pos);
      } else if (p.atWord("AT") && p.atWord(1, "TIME") && p.atWord(2, "ZONE")) {
        p.pos += 3;
        value = new Expression.AtTimeZone(value, primary(p), from, p.pos);
      } else if (p.at(DOT) && isCallable(value) && NameGrammar.isIdentifier(p, 1)) {
        p.pos++;
        Identifier method = NameGrammar.identifier(p);
        Optional<List<Expression>> arguments =
            p.optional(p.at(LEFT_PARENTHESIS), FunctionGrammar::plainArguments);
        value = new Expression.MethodCall(value, method, arguments, from, p.pos);
      } else {
        p.unlink(levels);
        return value;
      }
      levels++;
      p.link();
    }
  }

  private static boolean isCallable(Expression value) {
    return switch (value) {
      case Expression.Variable _,
          Expression.FunctionCall _,
          Expression.MethodCall _,
          Expression.StaticCall _,
          Expression.Parenthesised _,
          Expression.ScalarSubquery _,
          Expression.Cast _,
          Expression.Convert _,
          Expression.ColumnReference _ ->
          true;
      default -> false;
    };
  }

  private static Expression primary(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case IDENTIFIER, BRACKET_IDENTIFIER, DOT:
        return named(p);
      case DOUBLE_QUOTED:
        return p.quotedIdentifier ? named(p) : literal(p, LiteralKind.STRING);
      case INTEGER:
        return literal(p, LiteralKind.INTEGER);
      case STRING:
        return literal(p, LiteralKind.STRING);
      case VARIABLE:
        return variable(p);
      case LEFT_PARENTHESIS:
        return parenthesised(p);
      case NATIONAL_STRING:
        return literal(p, LiteralKind.NATIONAL_STRING);
      case DECIMAL:
        return literal(p, LiteralKind.DECIMAL);
      case REAL:
        return literal(p, LiteralKind.REAL);
      case MONEY:
        return literal(p, LiteralKind.MONEY);
      case BINARY:
        return literal(p, LiteralKind.BINARY);
      case NULL:
        return literal(p, LiteralKind.NULL);
      case GLOBAL_VARIABLE:
        p.pos++;
        return new Expression.GlobalVariable(p.tokens.text(from), from, p.pos);
      case CASE:
        return caseExpression(p);
      case PSEUDO_COLUMN, IDENTITYCOL, ROWGUIDCOL:
        return pseudoColumn(p);
      case CURRENT_TIMESTAMP,
      CURRENT_USER,
      SESSION_USER,
      SYSTEM_USER,
      USER,
      CURRENT_DATE,
      CURRENT_TIME:
        if (p.kind(1) == LEFT_PARENTHESIS) {
          throw p.failAt(p.pos + 1, "an operator");
        }
        p.pos++;
        return new Expression.ParameterlessCall(Words.upper(p.tokens.text(from)), from, p.pos);
      case CONVERT, TRY_CONVERT, COALESCE, NULLIF, LEFT, RIGHT, IDENTITY:
        return FunctionGrammar.keywordFunction(p);
      case SQLCMD_VARIABLE:
        return sqlcmdVariable(p);
      case LEFT_BRACE:
        return OdbcGrammar.escape(p);
      default:
        throw p.fail("an expression");
    }
  }

  /// A constant with its sign, or a variable; what follows is not looked at.
  static Expression constant(Parser p) {
    return p.at(TokenKind.MINUS_SIGN) || p.at(TokenKind.PLUS_SIGN) ? unary(p) : primary(p);
  }

  static Expression.Literal literal(Parser p, LiteralKind kind) {
    int from = p.pos;
    String text =
        kind == LiteralKind.NULL ? "NULL" : kind == LiteralKind.DEFAULT ? "DEFAULT" : p.text();
    p.pos++;
    return new Expression.Literal(kind, text, from, p.pos);
  }

  /// A constant or a variable and nothing else: a number may have a minus.
  static Expression constantOrVariable(Parser p) {
    return switch (p.kind()) {
      case VARIABLE, GLOBAL_VARIABLE -> variable(p);
      case MINUS_SIGN -> {
        int from = p.pos++;
        yield new Expression.Unary(UnaryOperator.MINUS, number(p), from, p.pos);
      }
      case STRING, NATIONAL_STRING, DOUBLE_QUOTED -> string(p);
      case NULL -> literal(p, LiteralKind.NULL);
      case BINARY -> literal(p, LiteralKind.BINARY);
      case LEFT_BRACE -> OdbcGrammar.literal(p);
      default -> number(p);
    };
  }

  private static Expression number(Parser p) {
    return switch (p.kind()) {
      case INTEGER -> literal(p, LiteralKind.INTEGER);
      case DECIMAL -> literal(p, LiteralKind.DECIMAL);
      case REAL -> literal(p, LiteralKind.REAL);
      case MONEY -> literal(p, LiteralKind.MONEY);
      default -> throw p.fail("a constant or a variable");
    };
  }

  /// A string or a variable and nothing else.
  static Expression stringOrVariable(Parser p) {
    if (atVariable(p)) {
      return variable(p);
    }
    if (!atString(p)) {
      throw p.fail("a string or a variable");
    }
    return string(p);
  }

  /// A whole number, which may have a minus where `signed`, or a variable.
  static Expression integerOrVariable(Parser p, boolean signed) {
    if (atVariable(p)) {
      return variable(p);
    }
    if (signed && p.at(TokenKind.MINUS_SIGN)) {
      int from = p.pos++;
      return new Expression.Unary(UnaryOperator.MINUS, integer(p), from, p.pos);
    }
    return integer(p);
  }

  /// A string literal and nothing else.
  static Expression.Literal string(Parser p) {
    return switch (p.kind()) {
      case STRING -> literal(p, LiteralKind.STRING);
      case NATIONAL_STRING -> literal(p, LiteralKind.NATIONAL_STRING);
      case DOUBLE_QUOTED -> {
        if (p.quotedIdentifier) {
          throw p.fail("a string");
        }
        yield literal(p, LiteralKind.STRING);
      }
      default -> throw p.fail("a string");
    };
  }

  static boolean atString(Parser p) {
    return p.at(TokenKind.STRING)
        || p.at(TokenKind.NATIONAL_STRING)
        || p.at(TokenKind.DOUBLE_QUOTED) && !p.quotedIdentifier;
  }

  static Expression.Literal integer(Parser p) {
    if (!p.at(TokenKind.INTEGER)) {
      throw p.fail("a whole number");
    }
    return literal(p, LiteralKind.INTEGER);
  }

  /// Whether a variable stands here; `@@x` may be one where only variables can stand.
  static boolean atVariable(Parser p) {
    return p.at(TokenKind.VARIABLE) || p.at(TokenKind.GLOBAL_VARIABLE);
  }

  static Expression.Variable variable(Parser p) {
    if (!atVariable(p)) {
      throw p.fail("a variable");
    }
    int from = p.pos++;
    return new Expression.Variable(p.tokens.text(from), from, p.pos);
  }

  private static Expression sqlcmdVariable(Parser p) {
    if (!p.options.sqlcmd()) {
      throw p.failAt(
          Math.max(0, p.pos - 1), "an expression after it"); // where the reference compiler points
    }
    if (p.kind(1) == DOT || p.kind(1) == LEFT_PARENTHESIS) {
      return named(p);
    }
    int from = p.pos++;
    String text = p.tokens.text(from);
    return new Expression.SqlcmdVariable(text.substring(2, text.length() - 1), from, p.pos);
  }

  /// A column, a function or a type with `::`.
  private static Expression named(Parser p) {
    int from = p.pos;
    if (!p.at(DOT) && p.kind(1) != DOT) {
      if (p.kind(1) == LEFT_PARENTHESIS) {
        return FunctionGrammar.call(p);
      }
      if (p.atWords("NEXT", "VALUE") && p.kind(2) == TokenKind.FOR) {
        return FunctionGrammar.nextValueFor(p);
      }
      if (p.kind(1) != TokenKind.DOUBLE_COLON) {
        Identifier only = NameGrammar.identifier(p);
        return new Expression.ColumnReference(
            new MultiPartName(List.of(only), from, p.pos), false, from, p.pos);
      }
    }
    Identifier first = p.at(DOT) ? NameGrammar.omitted(p) : NameGrammar.identifier(p);
    if (!first.isOmitted() && NameGrammar.endsWithSecondPart(p)) {
      p.pos++;
      MultiPartName name =
          new MultiPartName(List.of(first, NameGrammar.identifier(p)), from, p.pos);
      return new Expression.ColumnReference(name, false, from, p.pos);
    }
    List<Identifier> parts = new ArrayList<>(4);
    parts.add(first);
    boolean pseudo = false;
    while (p.at(DOT) && p.kind(1) != STAR && !pseudo) {
      p.pos++;
      pseudo = isPseudo(p.kind());
      parts.add(
          p.at(DOT) ? NameGrammar.omitted(p) : pseudo ? pseudo(p) : NameGrammar.identifier(p));
    }
    MultiPartName name = new MultiPartName(parts, from, p.pos);
    if (p.at(LEFT_PARENTHESIS) && !pseudo) {
      return FunctionGrammar.callOf(p, name);
    }
    if (p.at(TokenKind.DOUBLE_COLON)) {
      p.pos++;
      Identifier member = NameGrammar.identifier(p);
      Optional<List<Expression>> arguments =
          p.optional(p.at(LEFT_PARENTHESIS), FunctionGrammar::plainArguments);
      return new Expression.StaticCall(name, member, arguments, from, p.pos);
    }
    if (parts.size() > 1 && parts.get(parts.size() - 2).isOmitted()) {
      throw p.report(Code.COLUMN_WITHOUT_TABLE, from, "'" + p.tokens.text(from, p.pos) + "'");
    }
    return new Expression.ColumnReference(name, pseudo, from, p.pos);
  }

  private static boolean isPseudo(TokenKind kind) {
    return kind == TokenKind.PSEUDO_COLUMN
        || kind == TokenKind.IDENTITYCOL
        || kind == TokenKind.ROWGUIDCOL;
  }

  /// The name of a column, or a pseudo column where a key has one: `$node_id`.
  static Identifier columnName(Parser p) {
    return p.at(TokenKind.PSEUDO_COLUMN) ? pseudo(p) : NameGrammar.identifier(p);
  }

  private static Identifier pseudo(Parser p) {
    if (p.at(TokenKind.PSEUDO_COLUMN)
        && !Vocabulary.PSEUDO_COLUMNS.contains(Words.upper(p.text()))
        && !(p.atWord("$PARTITION") && p.kind(1) == DOT)) {
      throw p.fail("a pseudo column that T-SQL knows");
    }
    int from = p.pos++;
    return new Identifier(Words.upper(p.tokens.text(from)), Quote.NONE, from, p.pos);
  }

  private static Expression pseudoColumn(Parser p) {
    int from = p.pos;
    Identifier only = pseudo(p);
    return new Expression.ColumnReference(
        new MultiPartName(List.of(only), from, p.pos), true, from, p.pos);
  }

  /// A column reference and nothing else.
  static Expression.ColumnReference column(Parser p) {
    int from = p.pos;
    if (isPseudo(p.kind())) {
      return (Expression.ColumnReference) pseudoColumn(p);
    }
    return new Expression.ColumnReference(NameGrammar.name(p), false, from, p.pos);
  }

  private static Expression parenthesised(Parser p) {
    int from = p.pos;
    if (p.isQuery(from)) {
      QueryExpression query = QueryGrammar.subquery(p);
      return new Expression.ScalarSubquery(query, from, p.pos);
    }
    p.mustPrecede(Follow.VALUE_OR_QUERY, "a value or a query");
    p.enter();
    p.pos++;
    Expression inner = expression(p);
    p.expect(RIGHT_PARENTHESIS);
    p.leave();
    return new Expression.Parenthesised(inner, from, p.pos);
  }

  private static Expression caseExpression(Parser p) {
    int from = p.pos++;
    p.enter();
    Expression result;
    if (p.at(TokenKind.WHEN)) {
      List<Expression.SearchedWhen> whens = new ArrayList<>();
      while (p.at(TokenKind.WHEN)) {
        int when = p.pos++;
        Condition condition = ConditionGrammar.condition(p);
        p.expect(TokenKind.THEN);
        whens.add(new Expression.SearchedWhen(condition, expression(p), when, p.pos));
      }
      Optional<Expression> otherwise = otherwise(p);
      result = new Expression.SearchedCase(whens, otherwise, from, p.pos);
    } else {
      Expression input = expression(p);
      List<Expression.SimpleWhen> whens = new ArrayList<>();
      do {
        int when = p.pos;
        p.expect(TokenKind.WHEN);
        Expression value = expression(p);
        p.expect(TokenKind.THEN);
        whens.add(new Expression.SimpleWhen(value, expression(p), when, p.pos));
      } while (p.at(TokenKind.WHEN));
      Optional<Expression> otherwise = otherwise(p);
      result = new Expression.SimpleCase(input, whens, otherwise, from, p.pos);
    }
    p.leave();
    return result;
  }

  private static Optional<Expression> otherwise(Parser p) {
    Optional<Expression> value =
        p.optional(p.accept(TokenKind.ELSE), ExpressionGrammar::expression);
    p.expect(TokenKind.END);
    return value;
  }

  /// An expression, or `DEFAULT` where a row value or an argument stands.
  static Expression orDefault(Parser p) {
    return p.at(TokenKind.DEFAULT) ? literal(p, LiteralKind.DEFAULT) : expression(p);
  }

  static List<Expression> list(Parser p) {
    List<Expression> values = new ArrayList<>();
    do {
      values.add(expression(p));
    } while (p.accept(COMMA));
    return values;
  }

  /// Whether an expression can begin here.
  static boolean atExpression(Parser p) {
    return switch (p.kind()) {
      case IDENTIFIER,
          BRACKET_IDENTIFIER,
          DOUBLE_QUOTED,
          INTEGER,
          STRING,
          NATIONAL_STRING,
          DECIMAL,
          REAL,
          MONEY,
          BINARY,
          VARIABLE,
          GLOBAL_VARIABLE,
          LEFT_PARENTHESIS,
          NULL,
          CASE,
          PSEUDO_COLUMN,
          IDENTITYCOL,
          ROWGUIDCOL,
          CURRENT_TIMESTAMP,
          CURRENT_USER,
          SESSION_USER,
          SYSTEM_USER,
          USER,
          CURRENT_DATE,
          CONVERT,
          TRY_CONVERT,
          COALESCE,
          NULLIF,
          LEFT,
          RIGHT,
          PLUS_SIGN,
          MINUS_SIGN,
          TILDE ->
          true;
      case SQLCMD_VARIABLE -> p.options.sqlcmd();
      default -> false;
    };
  }
}
