package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Which names an expression of a table mentions, and the expression with a name replaced.
///
/// By tokens: a function's argument named like a column counts too. That is enough to drop a
/// constraint and make it again around an ALTER COLUMN, where one too many does no harm.
public final class Mentions {
  private Mentions() {}

  /// Whether `text` mentions a column of that name.
  public static boolean column(SqlText text, String column, Collation collation) {
    return any(text.text(), name -> collation.same(name, column))
        || any(text.canonical(), name -> collation.same(name, column));
  }

  /// Whether `text` mentions `schema.name`, in two parts.
  public static boolean object(SqlText text, ObjectName object, Collation collation) {
    if (text.text().indexOf('.') < 0) {
      return false;
    }
    Tokens tokens = lex(text.text());
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.kind(i + 1) == TokenKind.DOT
          && isName(tokens.kind(i))
          && isName(tokens.kind(i + 2))
          && collation.same(name(tokens, i), object.schema())
          && collation.same(name(tokens, i + 2), object.name())) {
        return true;
      }
    }
    return false;
  }

  static boolean column(TableConstraint constraint, String column, Collation collation) {
    return switch (constraint) {
      case TableConstraint.Key key ->
          key.columns().stream().anyMatch(c -> collation.same(c.name(), column));
      case TableConstraint.ForeignKey foreign ->
          foreign.columns().stream().anyMatch(c -> collation.same(c, column));
      case TableConstraint.Check check -> column(check.condition(), column, collation);
      case TableConstraint.Connection _ -> false;
    };
  }

  static boolean column(Index index, String column, Collation collation) {
    return index.columns().stream().anyMatch(c -> collation.same(c.name(), column))
        || index.include().stream().anyMatch(c -> collation.same(c, column))
        || index.filter().stream().anyMatch(filter -> column(filter, column, collation));
  }

  static boolean column(Column computed, String column, Collation collation) {
    return computed.computed().stream().anyMatch(c -> column(c.expression(), column, collation));
  }

  /// `text` with every name `from` replaced by `to`.
  static SqlText renamed(SqlText text, String from, String to, Collation collation) {
    return new SqlText(
        renamed(text.text(), from, to, collation), renamed(text.canonical(), from, to, collation));
  }

  private static String renamed(String text, String from, String to, Collation collation) {
    Tokens tokens = lex(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      out.append(tokens.trivia(i));
      boolean hit = isName(tokens.kind(i)) && collation.same(name(tokens, i), from);
      out.append(
          hit ? ObjectName.quote(to) : tokens.kind(i) == TokenKind.EOF ? "" : tokens.text(i));
    }
    return out.toString();
  }

  private static boolean any(String text, Predicate<String> test) {
    return names(text).stream().anyMatch(test);
  }

  private static List<String> names(String text) {
    Tokens tokens = lex(text);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isName(tokens.kind(i))) {
        names.add(name(tokens, i));
      }
    }
    return names;
  }

  private static Tokens lex(String text) {
    return Lexer.lex(new SourceFile("expression.sql", text), ParseOptions.DEFAULT).tokens();
  }

  private static boolean isName(TokenKind kind) {
    return kind == TokenKind.IDENTIFIER
        || kind == TokenKind.BRACKET_IDENTIFIER
        || kind == TokenKind.DOUBLE_QUOTED;
  }

  private static String name(Tokens tokens, int index) {
    String text = tokens.text(index);
    return switch (tokens.kind(index)) {
      case BRACKET_IDENTIFIER -> text.substring(1, text.length() - 1).replace("]]", "]");
      case DOUBLE_QUOTED -> text.substring(1, text.length() - 1).replace("\"\"", "\"");
      default -> text;
    };
  }
}
