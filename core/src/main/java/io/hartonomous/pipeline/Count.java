package io.hartonomous.pipeline;

/// A number with its noun.
final class Count {
  private Count() {}

  /// `1 step`, `2 steps`.
  static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
