package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The escapes in braces that ODBC has for values. Source: Microsoft Learn, "ODBC scalar
/// functions", "Date, time, and timestamp escape sequences".
final class OdbcGrammar {
  private OdbcGrammar() {}

  /// `{fn name(...)}`, `{d 'text'}`, `{t 'text'}`, `{ts 'text'}`, `{guid 'text'}`.
  static Expression escape(Parser p) {
    if (p.kind(1) != TokenKind.IDENTIFIER && p.kind(1) != TokenKind.EOF) {
      p.mustPrecede(Follow.NAME, "fn, d, t, ts or guid");
    }
    if (!p.atWord(1, "FN")) {
      return literal(p);
    }
    int from = p.pos;
    p.pos += 2;
    return function(p, from);
  }

  /// A constant in braces and nothing else.
  static Expression literal(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.LEFT_BRACE);
    for (Expression.OdbcKind kind : Expression.OdbcKind.values()) {
      if (p.atWord(kind.name())) {
        p.pos++;
        if (!p.at(TokenKind.STRING) && !p.at(TokenKind.NATIONAL_STRING)) {
          throw p.fail("a string");
        }
        Expression.Literal text = ExpressionGrammar.string(p);
        p.expect(TokenKind.RIGHT_BRACE);
        return new Expression.OdbcLiteral(kind, text, from, p.pos);
      }
    }
    if (p.atWord("FN")) {
      p.pos++;
    }
    throw p.fail("d, t, ts or guid and a string");
  }

  private static Expression function(Parser p, int from) {
    if (!isName(p)) {
      throw p.fail("a function");
    }
    int word = p.pos;
    String name = Words.upper(p.text());
    p.pos++;
    Optional<Identifier> part = Optional.empty();
    Optional<Identifier> type = Optional.empty();
    List<Expression> arguments = new ArrayList<>();
    boolean bare = name.equals("CURRENT_TIME") || name.equals("CURRENT_TIMESTAMP");
    boolean parenthesised = !bare || p.at(LEFT_PARENTHESIS);
    if (parenthesised) {
      p.expect(LEFT_PARENTHESIS);
      switch (name) {
        case "EXTRACT" -> {
          part = Optional.of(NameGrammar.identifier(p));
          p.expect(TokenKind.FROM);
          arguments.add(ExpressionGrammar.expression(p));
        }
        case "CONVERT" -> {
          arguments.add(ExpressionGrammar.expression(p));
          p.expect(COMMA);
          type = Optional.of(NameGrammar.identifier(p));
        }
        case "CURRENT_DATE", "USER", "DATABASE" -> {}
        default -> {
          if (!p.at(RIGHT_PARENTHESIS) || needsArgument(p.tokens.kind(word))) {
            arguments.addAll(p.commaList(ExpressionGrammar::expression));
          }
        }
      }
      p.expect(RIGHT_PARENTHESIS);
    }
    p.expect(TokenKind.RIGHT_BRACE);
    return new Expression.OdbcFunction(name, parenthesised, part, arguments, type, from, p.pos);
  }

  private static boolean isName(Parser p) {
    return switch (p.kind()) {
      case IDENTIFIER,
          LEFT,
          RIGHT,
          INSERT,
          CONVERT,
          TRUNCATE,
          USER,
          DATABASE,
          CURRENT_DATE,
          CURRENT_TIME,
          CURRENT_TIMESTAMP ->
          true;
      default -> false;
    };
  }

  private static boolean needsArgument(TokenKind name) {
    return switch (name) {
      case LEFT, RIGHT, INSERT, TRUNCATE -> true;
      default -> false;
    };
  }
}
