package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// The statements between two `GO` lines, the closing `GO` line included in the range; the last
/// batch of a file may have none.
public record Batch(
    List<Statement> statements, Semicolons semicolons, Optional<Go> go, int from, int to)
    implements Node {
  public Batch {
    statements = List.copyOf(statements);
  }

  /// The line that ends a batch, with the count of `GO n`.
  public record Go(Optional<Integer> count) {
    @Override
    public String toString() {
      return count.map(n -> "GO " + n).orElse("GO");
    }
  }

  /// How often the batch is to be run.
  public int repeat() {
    return go.flatMap(Go::count).orElse(1);
  }
}
