package io.hartonomous.syntax.ast;

import java.util.List;

/// A whole file: its batches, in order. A batch without statements is kept.
public record Script(List<Batch> batches, int from, int to) implements Node {
  public Script {
    batches = List.copyOf(batches);
  }
}
