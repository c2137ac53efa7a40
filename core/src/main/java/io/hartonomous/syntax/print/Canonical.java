package io.hartonomous.syntax.print;

import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;

/// One spelling for all ways to write the same expression, so that what a person wrote and what a
/// server stored compare equal.
///
/// SQL Server stores a default, a CHECK, a computed column and a filter rewritten: names in
/// brackets, each number in parentheses, CAST as CONVERT, BETWEEN and IN taken apart,
/// CURRENT_TIMESTAMP as getdate(), built-in functions in lower case. The canonical form does all of
/// that to both sides, takes parentheses out and puts those back that the tree needs, and orders
/// what AND and OR join. It is made to be compared, not to be run.
///
/// Names keep their case: whether it counts is for the collation to say. Subqueries, which none of
/// these places allows, are compared by their tokens.
public final class Canonical {
  private Canonical() {}

  public static String of(Tokens tokens, Expression expression) {
    return new CanonicalExpressions(tokens).expression(expression);
  }

  public static String of(Tokens tokens, Condition condition) {
    return new CanonicalExpressions(tokens).condition(condition);
  }

  public static String of(DataType type) {
    return CanonicalTypes.type(type);
  }

  /// The canonical form of an expression as a server stored it; text that cannot be read stands for
  /// itself.
  public static String expression(String text) {
    Parser.Fragment<Expression> read = Parser.parseExpression(text);
    return read.node().map(node -> of(read.tokens(), node)).orElse(text);
  }

  /// The canonical form of a condition as a server stored it; text that cannot be read stands for
  /// itself.
  public static String condition(String text) {
    Parser.Fragment<Condition> read = Parser.parseCondition(text);
    return read.node().map(node -> of(read.tokens(), node)).orElse(text);
  }

  /// The canonical form of tokens `from` to `to` (excluded): without trivia, names in brackets,
  /// reserved words in upper case.
  public static String tokens(Tokens tokens, int from, int to) {
    return CanonicalTokens.text(tokens, from, to);
  }
}
