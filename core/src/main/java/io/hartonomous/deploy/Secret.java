package io.hartonomous.deploy;

/// A text that must not be seen. It prints as `***` wherever it goes by mistake.
public final class Secret {
  public static final Secret NONE = new Secret(new char[0]);

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

  public boolean isEmpty() {
    return text.length == 0;
  }

  /// The text itself, for the driver alone.
  public String reveal() {
    return new String(text);
  }

  @Override
  public String toString() {
    return "***";
  }
}
