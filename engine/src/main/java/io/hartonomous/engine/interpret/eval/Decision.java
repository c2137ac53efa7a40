package io.hartonomous.engine.interpret.eval;

/// A condition made ready to be decided again and again: true, false, or null for unknown.
interface Decision {
  Boolean test(Evaluator run);

  static Boolean not(Boolean value) {
    return value == null ? null : (Boolean) !value;
  }
}
