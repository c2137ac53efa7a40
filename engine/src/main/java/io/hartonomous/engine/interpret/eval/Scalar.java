package io.hartonomous.engine.interpret.eval;

/// An expression made ready to be computed again and again.
interface Scalar {
  Object value(Evaluator run);
}
