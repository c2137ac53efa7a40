package io.hartonomous.bind;

import io.hartonomous.model.SqlText;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.print.Canonical;
import io.hartonomous.text.SourceFile;
import java.util.Locale;

/// Pieces of T-SQL of the model: the text as written, and one spelling for all ways to write the
/// same tokens.
public final class SqlTexts {
  private SqlTexts() {}

  /// A text that stands alone: an expression, condition or definition from a catalog or a package.
  public static SqlText of(String text) {
    Tokens tokens = Lexer.lex(new SourceFile("", text), ParseOptions.DEFAULT).tokens();
    return new SqlText(text, canonical(tokens, 0, tokens.size() - 1));
  }

  /// An expression that stands alone, in the form in which a server's and a person's spelling are
  /// equal.
  public static SqlText expression(String text) {
    return new SqlText(text, Canonical.expression(text));
  }

  /// A condition that stands alone, in the form in which a server's and a person's spelling are
  /// equal.
  public static SqlText condition(String text) {
    return new SqlText(text, Canonical.condition(text));
  }

  static SqlText of(ParseResult source, Node node) {
    String text = source.tokens().text(node.from(), node.to());
    return switch (node) {
      case Expression expression -> new SqlText(text, Canonical.of(source.tokens(), expression));
      case Condition condition -> new SqlText(text, Canonical.of(source.tokens(), condition));
      default -> of(source, node.from(), node.to());
    };
  }

  private static SqlText of(ParseResult source, int from, int to) {
    return new SqlText(source.tokens().text(from, to), canonical(source.tokens(), from, to));
  }

  static SqlText definition(ParseResult source, int from, int to, int verbTokens) {
    // The semicolon that ends the batch, and the comments after it, are kept with the definition,
    // as the server keeps them.
    Tokens tokens = source.tokens();
    boolean ended = to < tokens.size() && tokens.kind(to) == TokenKind.SEMICOLON;
    int end = ended ? to + 1 : to;
    String text = source.textWithTrivia(from, end);
    if (end < tokens.size()
        && (tokens.kind(end) == TokenKind.GO || tokens.kind(end) == TokenKind.EOF)) {
      text += tokens.trivia(end);
    }
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new SqlText(
        text.substring(start).stripTrailing(),
        "CREATE " + canonical(source.tokens(), from + verbTokens, to));
  }

  /// Tokens with one blank between them; words without quotes where they need none, in lower case,
  /// since a case-sensitive collation compares what was written in the text of names only.
  private static String canonical(Tokens tokens, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to && i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      String text = tokens.text(i);
      if (!out.isEmpty()) {
        out.append(' ');
      }
      switch (kind) {
        case BRACKET_IDENTIFIER -> out.append('[').append(text, 1, text.length() - 1).append(']');
        case IDENTIFIER -> out.append('[').append(text).append(']');
        case STRING, NATIONAL_STRING, DOUBLE_QUOTED, VARIABLE, BINARY -> out.append(text);
        default -> out.append(text.toUpperCase(Locale.ROOT));
      }
    }
    return out.toString();
  }
}
