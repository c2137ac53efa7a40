package io.hartonomous.cli;

import java.util.Optional;

/// Ends a command with an exit code and one line for the user. For what the world did wrong (a
/// file, a server, the configuration); findings about the user's input are diagnostics, and our own
/// mistakes are unchecked exceptions.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private String document;

  public CommandFailure(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  public CommandFailure(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /// With the document that stands for it in the machine format.
  CommandFailure withDocument(String text) {
    document = text;
    return this;
  }

  Optional<String> document() {
    return Optional.ofNullable(document);
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
