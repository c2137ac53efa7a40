package io.hartonomous.diff;

/// A publish option that cannot be honoured: it is refused by name.
public final class UnsupportedOptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String option;

  public UnsupportedOptionException(String option, String reason) {
    super("publish option " + option + ": " + reason);
    this.option = option;
  }

  public String option() {
    return option;
  }
}
