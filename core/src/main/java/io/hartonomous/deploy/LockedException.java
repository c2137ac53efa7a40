package io.hartonomous.deploy;

/// Another deployment holds the target.
public final class LockedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String holder;

  LockedException(String database, String holder) {
    super(
        "Another deployment is at work on "
            + database
            + ": "
            + holder
            + ". Wait until it ends, then run again.");
    this.holder = holder;
  }

  public String holder() {
    return holder;
  }
}
