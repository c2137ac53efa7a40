package io.hartonomous.engine.interpret.eval;

/// Raised inside the evaluator where only PostgreSQL knows the answer; never leaves it.
final class BeyondJava extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BeyondJava(String what) {
    super(what, null, false, false);
  }
}
