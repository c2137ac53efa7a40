package io.hartonomous.secrets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Arrays;

/// A text that must not be seen. It prints as `***` wherever it goes by mistake: in a log, in the
/// text of a record that holds it, in JSON. Read with [#reveal], at the place that needs it and
/// nowhere else.
public final class Secret {
  public static final Secret NONE = new Secret(new char[0]);

  /// What stands for any secret, whatever its length.
  private static final String HIDDEN = "***";

  /// Letters and digits without those that look like another.
  private static final char[] LETTERS =
      "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();

  private static final int RANDOM_LENGTH = 24;

  private final char[] text;

  private Secret(char[] text) {
    this.text = text;
  }

  public static Secret of(char[] text) {
    return new Secret(text.clone());
  }

  public static Secret of(String text) {
    return new Secret(text.toCharArray());
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

  public boolean isEmpty() {
    return text.length == 0;
  }

  /// The text itself, for the driver or the file that it is meant for.
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

  @JsonValue
  @Override
  public String toString() {
    return HIDDEN;
  }
}
