package io.hartonomous.pipeline;

import java.util.Optional;

/// A run that could not begin or go on, for a reason outside the database. The kind decides about
/// the exit code.
public final class PipelineException extends Exception {
  private static final long serialVersionUID = 1L;
  private final Kind kind;
  private transient PipelineRun run;

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

  /// What the run had found and done until then; empty where it had not begun.
  public Optional<PipelineRun> run() {
    return Optional.ofNullable(run);
  }

  PipelineException during(PipelineRun unfinished) {
    run = unfinished;
    return this;
  }
}
