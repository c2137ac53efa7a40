package io.hartonomous.deploy;

/// The target does not answer, refuses the login, or was lost. The message names server and
/// database, never the password.
public final class TargetUnreachableException extends Exception {
  private static final long serialVersionUID = 1L;

  public TargetUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
