package io.hartonomous.project;

import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.ast.Statement;
import java.util.Locale;

/// How a message names a statement: by its first words.
final class StatementWords {
  private StatementWords() {}

  static String of(ParseResult source, Statement statement) {
    StringBuilder words = new StringBuilder();
    for (int i = statement.from(); i < statement.to() && i < statement.from() + 2; i++) {
      TokenKind kind = source.tokens().kind(i);
      if (kind != TokenKind.IDENTIFIER && !kind.isReservedWord()) {
        break;
      }
      if (i > statement.from() && !isSecondWord(words.toString())) {
        break;
      }
      words
          .append(words.isEmpty() ? "" : " ")
          .append(source.tokens().text(i).toUpperCase(Locale.ROOT));
    }
    return words.isEmpty() ? "this statement" : words.toString();
  }

  private static boolean isSecondWord(String first) {
    return switch (first) {
      case "CREATE", "ALTER", "DROP", "TRUNCATE", "UPDATE", "BEGIN", "SET" -> true;
      default -> false;
    };
  }
}
