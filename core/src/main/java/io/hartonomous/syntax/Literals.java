package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;

/// The values of literals, which the tree holds as written. Source: Microsoft Learn, "Constants
/// (Transact-SQL)".
public final class Literals {
  private Literals() {}

  /// The text of a STRING or NATIONAL_STRING, without quotes, doubled quotes undone, a backslash at
  /// a line's end taken out with the line end.
  public static String string(Literal literal) {
    return unquoteString(literal.text());
  }

  /// The number of an INTEGER, DECIMAL, REAL or MONEY (without its sign of currency).
  public static BigDecimal number(Literal literal) {
    String text = literal.text();
    return switch (literal.kind()) {
      case INTEGER -> new BigDecimal(text);
      case DECIMAL -> new BigDecimal(text.startsWith(".") ? "0" + text : text);
      case MONEY -> real(text.substring(1).strip());
      case REAL -> real(text);
      case STRING, NATIONAL_STRING, BINARY, NULL, DEFAULT, MAX ->
          throw new IllegalArgumentException(literal.kind() + " is no number");
    };
  }

  /// `1e` and `1e+`: the exponent is 0.
  private static BigDecimal real(String text) {
    char last = text.charAt(text.length() - 1);
    return new BigDecimal(
        last == 'e' || last == 'E' || last == '+' || last == '-' ? text + "0" : text);
  }

  /// The bytes of a BINARY. An odd number of digits has a zero before the first.
  public static byte[] binary(Literal literal) {
    String text = literal.text();
    StringBuilder digits = new StringBuilder();
    for (int i = 2; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) >= 0) {
        digits.append(text.charAt(i));
      }
    }
    if (digits.length() % 2 == 1) {
      digits.insert(0, '0');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < digits.length(); i += 2) {
      bytes.write(Integer.parseInt(digits, i, i + 2, 16));
    }
    return bytes.toByteArray();
  }

  /// A value as a literal: `'it''s'`.
  public static String quote(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String unquoteString(String text) {
    int opening = text.charAt(0) == '\'' || text.charAt(0) == '"' ? 1 : 2;
    String value = unquote(text, opening, text.charAt(opening - 1));
    if (value.indexOf('\\') < 0) {
      return value;
    }
    return value.replace("\\\r\n", "").replace("\\\n", "");
  }

  /// An unclosed token (it was reported) lacks its last quote.
  static String unquote(String text, int opening, char quote) {
    boolean closed = text.length() > opening && text.charAt(text.length() - 1) == quote;
    String inner = text.substring(opening, closed ? text.length() - 1 : text.length());
    return inner.indexOf(quote) < 0 ? inner : inner.replace("" + quote + quote, "" + quote);
  }
}
