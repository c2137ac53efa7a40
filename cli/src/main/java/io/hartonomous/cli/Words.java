package io.hartonomous.cli;

import java.util.Locale;

/// Numbers as people read them.
final class Words {
  private static final int TEN_SECONDS = 10_000;

  private Words() {}

  /// `1 error`, `2 errors`.
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /// `0.04 s`, `12.3 s`.
  static String seconds(long millis) {
    return String.format(Locale.ROOT, millis < TEN_SECONDS ? "%.2f s" : "%.1f s", millis / 1000.0);
  }
}
