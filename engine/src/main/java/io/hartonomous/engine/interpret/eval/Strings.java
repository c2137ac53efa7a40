package io.hartonomous.engine.interpret.eval;

import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import java.util.Locale;

/// Comparison of strings as the ICU collations of PostgreSQL do it, for ASCII; beyond that
/// PostgreSQL decides.
final class Strings {
  /// The printable ASCII characters but for letters, in the order of the root collation (CLDR).
  private static final String ORDER = "\t\n\u000b\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

  private Strings() {}

  static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Other control characters have no weight at all in the collation.
      if (c >= 0x7f || c < ' ' && !(c >= '\t' && c <= '\r')) {
        return false;
      }
    }
    return true;
  }

  static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  static boolean ignoresCase(SqlType a, SqlType b, Collation database) {
    String name = a.collation().or(b::collation).orElse(database.name()).toUpperCase(Locale.ROOT);
    return !name.contains("_CS") && !name.endsWith("_BIN") && !name.contains("_BIN2");
  }

  private static boolean binary(SqlType a, SqlType b, Collation database) {
    String name = a.collation().or(b::collation).orElse(database.name()).toUpperCase(Locale.ROOT);
    return name.endsWith("_BIN") || name.contains("_BIN2");
  }

  static int compare(
      String left, SqlType leftType, String right, SqlType rightType, Collation database) {
    String l = trimEnd(left);
    String r = trimEnd(right);
    if (l.equals(r)) {
      return 0;
    }
    if (binary(leftType, rightType, database)) {
      return l.compareTo(r);
    }
    if (!ascii(l) || !ascii(r)) {
      throw new BeyondJava("comparison of text outside ASCII");
    }
    int n = Math.min(l.length(), r.length());
    for (int i = 0; i < n; i++) {
      int difference = weight(l.charAt(i)) - weight(r.charAt(i));
      if (difference != 0) {
        return difference;
      }
    }
    if (l.length() != r.length()) {
      return l.length() - r.length();
    }
    if (ignoresCase(leftType, rightType, database)) {
      return 0;
    }
    for (int i = 0; i < n; i++) {
      // Lower case stands first.
      int difference = r.charAt(i) - l.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static int weight(char c) {
    int at = ORDER.indexOf(c);
    return at >= 0 ? at : 1000 + Character.toLowerCase(c);
  }

  static String upper(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> result.appendCodePoint(Character.toUpperCase(c)));
    return result.toString();
  }

  static String lower(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> result.appendCodePoint(Character.toLowerCase(c)));
    return result.toString();
  }

  /// The place of `sought` in `text` from `start` (0-based), or -1.
  static int indexOf(String text, String sought, int start, boolean ignoreCase) {
    if (!ignoreCase) {
      return text.indexOf(sought, start);
    }
    if (!ascii(sought) || !ascii(text)) {
      throw new BeyondJava("search in text outside ASCII");
    }
    for (int i = start; i + sought.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, sought, 0, sought.length())) {
        return i;
      }
    }
    return -1;
  }
}
