package io.hartonomous.engine.translate;

import io.hartonomous.syntax.ast.Expression.Literal;
import java.math.BigDecimal;

/// The values of constants. Source: Microsoft Learn, "Constants (Transact-SQL)".
public final class LiteralValues {
  private LiteralValues() {}

  /// The Java value of the constant: Integer or BigDecimal, Double, String, byte array, or null.
  public static Object of(Literal literal) {
    return switch (literal.kind()) {
      case INTEGER -> integer(literal.text());
      case DECIMAL -> decimal(literal.text());
      case REAL -> Double.parseDouble(real(literal.text()));
      case MONEY -> money(literal.text());
      case STRING, NATIONAL_STRING -> string(literal.text());
      case BINARY -> binary(literal.text());
      case NULL -> null;
      case DEFAULT, MAX -> throw new IllegalArgumentException(literal.text() + " has no value");
    };
  }

  private static Object integer(String text) {
    BigDecimal value = new BigDecimal(text);
    return value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
        ? (Object) value.intValueExact()
        : value;
  }

  private static BigDecimal decimal(String text) {
    String t = text.startsWith(".") ? "0" + text : text;
    return new BigDecimal(t.endsWith(".") ? t.substring(0, t.length() - 1) : t);
  }

  /// `1e`, `1.e5` and `.5e1` are constants too.
  private static String real(String text) {
    String t = text.toLowerCase(java.util.Locale.ROOT);
    if (t.endsWith("e") || t.endsWith("e+") || t.endsWith("e-")) {
      t = t.substring(0, t.indexOf('e')) + "e0";
    }
    return t;
  }

  /// A currency sign, blanks, a sign, a number that may have an exponent without digits.
  private static BigDecimal money(String text) {
    String number = text.substring(1).strip();
    char last = number.charAt(number.length() - 1);
    return new BigDecimal(last < '0' && last != '.' || last > '9' ? number + "0" : number)
        .setScale(4, java.math.RoundingMode.HALF_UP);
  }

  public static String string(String text) {
    int start = text.startsWith("N") || text.startsWith("n") ? 2 : 1;
    char quote = text.charAt(text.length() - 1);
    String body = text.substring(start, text.length() - 1);
    // A backslash at the end of a line continues the constant on the next line.
    body = body.replace("\\\r\n", "").replace("\\\n", "");
    return body.replace(String.valueOf(quote) + quote, String.valueOf(quote));
  }

  private static byte[] binary(String text) {
    String hex = text.substring(2).replace("\\\r\n", "").replace("\\\n", "");
    if (hex.length() % 2 == 1) {
      hex = "0" + hex;
    }
    return java.util.HexFormat.of().parseHex(hex);
  }
}
