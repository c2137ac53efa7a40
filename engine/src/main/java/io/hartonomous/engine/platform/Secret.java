package io.hartonomous.engine.platform;

import java.security.SecureRandom;
import java.util.Arrays;

/// A text that must not be seen: its `toString` hides it. Read with [#reveal], at the place that
/// needs it and nowhere else.
public final class Secret {
  private static final char[] LETTERS =
      "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();
  private static final int RANDOM_LENGTH = 24;

  private final char[] text;

  public Secret(char[] text) {
    this.text = text.clone();
  }

  /// 24 letters and digits, 139 bits.
  public static Secret random() {
    SecureRandom random = new SecureRandom();
    char[] text = new char[RANDOM_LENGTH];
    for (int i = 0; i < text.length; i++) {
      text[i] = LETTERS[random.nextInt(LETTERS.length)];
    }
    return new Secret(text);
  }

  public String reveal() {
    return new String(text);
  }

  /// Whether `other` is the same text; takes as long for a wrong one as for the right one of that
  /// length.
  public boolean matches(char[] other) {
    int difference = text.length ^ other.length;
    for (int i = 0; i < text.length && i < other.length; i++) {
      difference |= text[i] ^ other[i];
    }
    return difference == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.text);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(text);
  }

  @Override
  public String toString() {
    return "********";
  }
}
