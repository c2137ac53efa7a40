package io.hartonomous.dbtest;

import java.util.Optional;
import java.util.regex.Pattern;

/// The error that a test announced with `hart_test.expect_error`. `number` is empty for any; `like`
/// is a LIKE pattern.
record ExpectedError(Optional<Integer> number, String like) {
  private static final String PREFIX = "hart_test.expect_error ";

  /// Reads the announcement from a message; empty for any other message.
  static Optional<ExpectedError> read(String message) {
    if (!message.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String rest = message.substring(PREFIX.length());
    int blank = rest.indexOf(' ');
    String number = blank < 0 ? rest : rest.substring(0, blank);
    String like = blank < 0 ? "%" : rest.substring(blank + 1);
    return Optional.of(
        new ExpectedError(
            number.equals("*") ? Optional.empty() : Optional.of(Integer.parseInt(number)), like));
  }

  boolean matches(int actualNumber, String message) {
    return number.map(n -> n == actualNumber).orElse(true) && pattern().matcher(message).matches();
  }

  /// `%` and `_` as in LIKE; comparison ignores case, as the default collation does.
  private Pattern pattern() {
    StringBuilder regex = new StringBuilder();
    for (char c : like.toCharArray()) {
      regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(
        regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  @Override
  public String toString() {
    return "error"
        + number.map(n -> " " + n).orElse("")
        + (like.equals("%") ? "" : " like '" + like + "'");
  }
}
