package io.hartonomous.pipeline;

/// A run that could not begin or go on, for a reason outside the database. The kind decides about
/// the exit code.
public final class PipelineException extends Exception {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  public enum Kind {
    /// A flag or an option has a value that cannot be.
    USAGE,
    /// The project, the package or another file is not what it should be.
    BAD_INPUT,
    /// The configuration lacks something.
    CONFIGURATION,
    /// The target does not answer or refuses the login.
    UNAVAILABLE,
    /// Another deployment is at work there.
    LOCKED
  }

  public PipelineException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public PipelineException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
