package io.hartonomous.syntax.ast;

import java.util.List;

/// The statements between two `GO` lines, the closing `GO` line included in the range. `repeat` is
/// the count of `GO n`, 1 without one.
public record Batch(List<Statement> statements, int repeat, int from, int to) implements Node {
  public Batch {
    statements = List.copyOf(statements);
  }
}
