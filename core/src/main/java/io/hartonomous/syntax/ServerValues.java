package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.List;
import java.util.Optional;

/// The values and clauses that statements about servers and keys share: literals of one sort,
/// variables in their place, the owner of a new object.
final class ServerValues {
  private ServerValues() {}

  static Expression.Literal binary(Parser p) {
    if (!p.at(TokenKind.BINARY)) {
      throw p.fail("a binary value");
    }
    return ExpressionGrammar.literal(p, LiteralKind.BINARY);
  }

  static Expression.Literal nullLiteral(Parser p) {
    if (!p.at(TokenKind.NULL)) {
      throw p.fail("NULL");
    }
    return ExpressionGrammar.literal(p, LiteralKind.NULL);
  }

  static Expression.Literal defaultLiteral(Parser p) {
    if (!p.at(TokenKind.DEFAULT)) {
      throw p.fail("DEFAULT");
    }
    return ExpressionGrammar.literal(p, LiteralKind.DEFAULT);
  }

  static Expression.Literal nonEmptyString(Parser p) {
    Expression.Literal string = ExpressionGrammar.string(p);
    if (Literals.string(string).isEmpty()) {
      throw p.report(Code.EMPTY_STRING, string.from());
    }
    return string;
  }

  static Expression stringOrVariable(Parser p) {
    return p.at(TokenKind.VARIABLE) ? ExpressionGrammar.variable(p) : ExpressionGrammar.string(p);
  }

  static Expression integerOrVariable(Parser p) {
    return p.at(TokenKind.VARIABLE) ? ExpressionGrammar.variable(p) : ExpressionGrammar.integer(p);
  }

  static Expression binaryOrVariable(Parser p) {
    return p.at(TokenKind.VARIABLE) ? ExpressionGrammar.variable(p) : binary(p);
  }

  static Expression binaryOrString(Parser p) {
    return p.at(TokenKind.BINARY) ? binary(p) : ExpressionGrammar.string(p);
  }

  /// `5`, `-5`.
  static Expression signedInteger(Parser p) {
    if (!p.at(TokenKind.MINUS_SIGN)) {
      return ExpressionGrammar.integer(p);
    }
    if (p.kind(1) != TokenKind.INTEGER) {
      throw p.failAt(p.pos + 1, "a whole number");
    }
    return ExpressionGrammar.unary(p);
  }

  static Expression signedIntegerOrVariable(Parser p) {
    return p.at(TokenKind.VARIABLE) ? ExpressionGrammar.variable(p) : signedInteger(p);
  }

  static boolean atNumber(Parser p) {
    return isNumber(p.kind());
  }

  static boolean isNumber(TokenKind kind) {
    return kind == TokenKind.INTEGER || kind == TokenKind.DECIMAL || kind == TokenKind.REAL;
  }

  /// An integer, a decimal or a real number, without a sign.
  static Expression number(Parser p) {
    if (!atNumber(p)) {
      throw p.fail("a number");
    }
    return ExpressionGrammar.constant(p);
  }

  /// A name of one part or a variable, as an expression.
  static Expression nameOrVariable(Parser p) {
    if (p.at(TokenKind.VARIABLE)) {
      return ExpressionGrammar.variable(p);
    }
    return nameAsExpression(p);
  }

  static Expression nameOrString(Parser p) {
    return ExpressionGrammar.atString(p) ? ExpressionGrammar.string(p) : nameAsExpression(p);
  }

  private static Expression nameAsExpression(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    return new Expression.ColumnReference(
        new MultiPartName(List.of(name), from, p.pos), false, from, p.pos);
  }

  /// `[AUTHORIZATION owner]`.
  static Optional<Identifier> owner(Parser p) {
    return p.optional(p.accept(TokenKind.AUTHORIZATION), NameGrammar::identifier);
  }

  /// `ENCRYPTION BY PASSWORD = 'x'`; which words these are is told after the password.
  static Expression.Literal passwordClause(Parser p, String verb) {
    int first = p.word();
    p.expect(TokenKind.BY);
    int second = p.word();
    p.expect(TokenKind.EQUALS);
    Expression.Literal password = ExpressionGrammar.string(p);
    p.check(first, verb);
    p.check(second, "PASSWORD");
    return password;
  }

  /// Whether `WITH word` stands here: WITH alone may begin the next statement.
  static boolean atWithWord(Parser p) {
    return p.at(TokenKind.WITH, TokenKind.IDENTIFIER);
  }

  static boolean atWithList(Parser p) {
    return p.at(TokenKind.WITH, TokenKind.LEFT_PARENTHESIS);
  }
}
