package io.hartonomous.bind;

import java.util.List;

/// A statement with its meaning.
public record Bound(Binding binding, List<Finding> findings) {
  public Bound {
    findings = List.copyOf(findings);
  }
}
