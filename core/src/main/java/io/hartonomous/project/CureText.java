package io.hartonomous.project;

import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.text.Span;
import io.hartonomous.text.TextEdit;
import java.util.Optional;

/// Edits and excerpts of SQL text.
final class CureText {
  private CureText() {}

  /// A name as a sentence says it.
  static String plain(ObjectName name) {
    return name.schema().isEmpty() ? name.name() : name.schema() + "." + name.name();
  }

  /// Another identifier in the quotes of the one that stands there.
  static TextEdit replace(ParseResult source, Identifier old, String name) {
    return new TextEdit(source.span(old), quoted(name, old.quote()));
  }

  private static String quoted(String name, Identifier.Quote quote) {
    return switch (quote) {
      case BRACKET -> ObjectName.quote(name);
      case DOUBLE, STRING -> "\"" + name.replace("\"", "\"\"") + "\"";
      case NONE -> bare(name);
    };
  }

  /// Without brackets where the name needs none.
  static String bare(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : ObjectName.quote(name);
  }

  /// The identifier that names a column, an object or a principal at the place of a finding.
  static Optional<Identifier> lastName(Node node) {
    return switch (node) {
      case Identifier i -> Optional.of(i);
      case MultiPartName n -> Optional.of(n.object());
      case Expression.ColumnReference c -> Optional.of(c.name().object());
      default -> Optional.empty();
    };
  }

  /// The text of some tokens with lines moved left as far as the first token stood from the margin.
  /// Only blanks between tokens change: a string keeps its lines.
  static String dedented(ParseResult source, int from, int to) {
    Tokens tokens = source.tokens();
    int column = source.location(from).column() - 1;
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        out.append(moved(tokens.trivia(i), column));
      }
      out.append(tokens.text(i));
    }
    return out.toString();
  }

  static String moved(String trivia, int column) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < trivia.length()) {
      char c = trivia.charAt(i++);
      out.append(c);
      if (c == '\n') {
        int skipped = 0;
        while (skipped < column && i < trivia.length() && isBlank(trivia.charAt(i))) {
          i++;
          skipped++;
        }
      }
    }
    return out.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// Takes a batch out of its file, with the `GO` before it, or the one after it where it is the
  /// first.
  static TextEdit withoutBatch(ParseResult source, Batch batch) {
    Tokens tokens = source.tokens();
    int before = goBefore(tokens, batch.from());
    int content = contentEnd(tokens, batch);
    if (before >= 0) {
      int start =
          tokens.trivia(before).isBlank() && before > 0
              ? tokens.end(before - 1)
              : tokens.start(before);
      return new TextEdit(Span.between(start, tokens.end(content - 1)), "");
    }
    int end = content < batch.to() ? tokens.end(batch.to() - 1) : source.source().text().length();
    String text = source.source().text();
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new TextEdit(Span.between(0, end), "");
  }

  private static int goBefore(Tokens tokens, int batch) {
    for (int i = batch - 1; i >= Math.max(0, batch - 2); i--) {
      if (tokens.kind(i) == TokenKind.GO) {
        return i;
      }
    }
    return -1;
  }

  /// The token after the last one of a batch that is no `GO`.
  static int contentEnd(Tokens tokens, Batch batch) {
    int at = batch.statements().getLast().to();
    while (at < batch.to() && tokens.kind(at) != TokenKind.GO && tokens.kind(at) != TokenKind.EOF) {
      at++;
    }
    return at;
  }
}
