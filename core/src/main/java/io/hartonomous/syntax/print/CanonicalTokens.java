package io.hartonomous.syntax.print;

import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.Words;

/// Tokens with one blank between them.
final class CanonicalTokens {
  private CanonicalTokens() {}

  static String text(Tokens tokens, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        out.append(' ');
      }
      String text = tokens.text(i);
      switch (tokens.kind(i)) {
        case IDENTIFIER -> out.append('[').append(text).append(']');
        case BRACKET_IDENTIFIER, STRING, NATIONAL_STRING, DOUBLE_QUOTED, VARIABLE ->
            out.append(text);
        default -> out.append(Words.upper(text));
      }
    }
    return out.toString();
  }
}
