package io.hartonomous.syntax;

/// Leaves a statement that cannot be read. It was reported before it is thrown, never leaves
/// [Parser], and carries nothing: one object serves all.
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final SyntaxError REPORTED = new SyntaxError();

  private SyntaxError() {
    super("reported", null, false, false);
  }
}
