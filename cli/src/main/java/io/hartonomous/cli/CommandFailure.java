package io.hartonomous.cli;

/// Ends a command with an exit code and one line for the user. For what the world did wrong (a
/// file, a server, the configuration); findings about the user's input are diagnostics, and our own
/// mistakes are unchecked exceptions.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public CommandFailure(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  public CommandFailure(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
